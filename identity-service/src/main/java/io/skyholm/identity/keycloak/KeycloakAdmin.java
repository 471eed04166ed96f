package io.skyholm.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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

    /** As much of a user as tells who they are. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Found(UUID id) {}

    /** Something by which a user can prove who they are. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Proof(String type) {}

    /** A session as Keycloak's API writes one; times are in milliseconds. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Session(String id, @Nullable String ipAddress, long start, long lastAccess) {}

    /** An event as Keycloak's API writes one. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            String id,
            long time,
            String type,
            @Nullable String userId,
            @Nullable String sessionId,
            @Nullable String ipAddress,
            @Nullable String error,
            @Nullable Map<String, String> details) {}

    /** An event of the administration as Keycloak's API writes one. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AdminEvent(
            String id,
            long time,
            String operationType,
            @Nullable String resourceType,
            @Nullable String resourcePath,
            @Nullable String error,
            @Nullable AuthDetails authDetails) {}

    /** Who administered. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AuthDetails(
            @Nullable String userId,
            @Nullable String clientId,
            @Nullable String ipAddress) {}

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

    @GET
    @Path("admin/realms/skyholm/users/{id}")
    Uni<Map<String, Object>> get(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

    @PUT
    @Path("admin/realms/skyholm/users/{id}")
    Uni<Void> update(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id, Map<String, Object> user);

    @GET
    @Path("admin/realms/skyholm/users")
    Uni<List<Found>> find(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("exact") boolean exact,
            @QueryParam("username") @Nullable String username,
            @QueryParam("email") @Nullable String email);

    @GET
    @Path("admin/realms/skyholm/users/count")
    Uni<Integer> count(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @GET
    @Path("admin/realms/skyholm/users/{id}/credentials")
    Uni<List<Proof>> proofs(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

    @GET
    @Path("admin/realms/skyholm/users/{id}/sessions")
    Uni<List<Session>> sessions(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

    @POST
    @Path("admin/realms/skyholm/users/{id}/logout")
    Uni<Void> logout(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

    @DELETE
    @Path("admin/realms/skyholm/sessions/{sid}")
    Uni<Void> endSession(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("sid") String sid);

    @GET
    @Path("admin/realms/skyholm/events")
    Uni<List<Event>> events(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("type") List<String> types,
            @QueryParam("dateFrom") String since,
            @QueryParam("direction") String direction,
            @QueryParam("first") int first,
            @QueryParam("max") int most);

    @GET
    @Path("admin/realms/skyholm/admin-events")
    Uni<List<AdminEvent>> adminEvents(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("dateFrom") String since,
            @QueryParam("direction") String direction,
            @QueryParam("first") int first,
            @QueryParam("max") int most);

    @DELETE
    @Path("admin/realms/skyholm/users/{id}")
    Uni<Void> delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

    @PUT
    @Path("admin/realms/skyholm/users/{id}/reset-password")
    Uni<Void> resetPassword(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id, Credential password);
}
