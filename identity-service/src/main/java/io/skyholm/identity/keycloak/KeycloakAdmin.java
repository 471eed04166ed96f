package io.skyholm.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The calls of Keycloak that are needed here. */
@RegisterRestClient(configKey = "keycloak")
@Path("/")
public interface KeycloakAdmin {

    /** A user as Keycloak's API writes one; only an import lets us choose the id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(
            UUID id,
            String username,
            String email,
            boolean emailVerified,
            @Nullable String firstName,
            @Nullable String lastName,
            boolean enabled,
            Map<String, List<String>> attributes,
            @Nullable List<Credential> credentials) {}

    /** A password as Keycloak's API writes one. */
    record Credential(String type, String value, boolean temporary) {

        static Credential password(String value, boolean temporary) {
            return new Credential("password", value, temporary);
        }

        @Override
        public String toString() {
            return "Credential[" + type + "]";
        }
    }

    /** Users to create under ids of our choice; one whose name or address is somebody else's yet fails. */
    record Import(String ifResourceExists, List<User> users) {}

    /** An access token of our own. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") int expiresIn) {}

    @POST
    @Path("realms/skyholm/protocol/openid-connect/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Token> token(
            @RestForm("grant_type") String grantType,
            @RestForm("client_id") String clientId,
            @RestForm("client_secret") String clientSecret);

    @POST
    @Path("admin/realms/skyholm/partialImport")
    Uni<Void> create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Import users);

    @PUT
    @Path("admin/realms/skyholm/users/{id}")
    Uni<Void> update(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id, User user);

    @DELETE
    @Path("admin/realms/skyholm/users/{id}")
    Uni<Void> delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

    @PUT
    @Path("admin/realms/skyholm/users/{id}/reset-password")
    Uni<Void> resetPassword(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id, Credential password);
}
