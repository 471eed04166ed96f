package io.skyholm.identity.keycloak;

import io.skyholm.identity.keycloak.KeycloakAdmin.Credential;
import io.skyholm.identity.keycloak.KeycloakAdmin.Import;
import io.skyholm.identity.keycloak.KeycloakAdmin.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Keycloak as the directory of credentials. */
@ApplicationScoped
class KeycloakDirectory implements Directory {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final KeycloakAdmin keycloak;
    private final KeycloakToken token;
    private final FirstAdministrator firstAdministrator;

    KeycloakDirectory(@RestClient KeycloakAdmin keycloak, KeycloakToken token, FirstAdministrator firstAdministrator) {
        this.keycloak = keycloak;
        this.token = token;
        this.firstAdministrator = firstAdministrator;
    }

    @Override
    public Uni<Void> put(DirectoryUser user) {
        return asAdministrator(bearer -> keycloak.update(bearer, user.id(), representation(user, null))
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .recoverWithUni(() -> keycloak.create(bearer, imported(user))));
    }

    @Override
    public Uni<Void> remove(UUID id) {
        return asAdministrator(bearer -> keycloak.delete(bearer, id)
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .recoverWithNull());
    }

    @Override
    public Uni<Void> setPassword(UUID id, String password, boolean temporary) {
        return asAdministrator(bearer -> keycloak.resetPassword(bearer, id, Credential.password(password, temporary)))
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .transform(UnknownInDirectory::new)
                .onFailure(failure -> status(failure) == BAD_REQUEST)
                .transform(RefusedByDirectory::new);
    }

    private Import imported(DirectoryUser user) {
        List<Credential> credentials = firstAdministrator
                .password(user.id())
                .map(password -> List.of(Credential.password(password, false)))
                .orElse(null);
        return new Import("FAIL", List.of(representation(user, credentials)));
    }

    private static User representation(DirectoryUser user, @Nullable List<Credential> credentials) {
        return new User(
                user.id(),
                user.username(),
                user.email(),
                user.emailVerified(),
                user.firstName(),
                user.lastName(),
                user.enabled(),
                Map.of("tenant_id", List.of(user.tenantId().toString()), "roles", user.roles()),
                credentials);
    }

    private Uni<Void> asAdministrator(Function<String, Uni<Void>> call) {
        return token.bearer()
                .chain(call::apply)
                .onFailure(failure -> status(failure) == UNAUTHORIZED)
                .recoverWithUni(() -> {
                    token.forget();
                    return token.bearer().chain(call::apply);
                })
                .onFailure(KeycloakDirectory::isAway)
                .transform(DirectoryAway::new);
    }

    /** A connection that ends in the middle of a call fails with what the network said, wrapped or not. */
    private static boolean isAway(Throwable failure) {
        return failure instanceof ProcessingException
                || failure instanceof IOException
                || failure instanceof TimeoutException
                || status(failure) >= SERVER_ERROR;
    }

    private static int status(Throwable failure) {
        return failure instanceof WebApplicationException refused
                ? refused.getResponse().getStatus()
                : 0;
    }
}
