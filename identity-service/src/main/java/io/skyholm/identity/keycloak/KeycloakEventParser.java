package io.skyholm.identity.keycloak;

import io.skyholm.events.identity.SessionFact;
import io.skyholm.identity.keycloak.DirectoryEvent.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads events as Keycloak writes them. */
final class KeycloakEventParser {

    private KeycloakEventParser() {}

    static DirectoryEvent read(KeycloakAdmin.Event event) {
        Map<String, String> details = event.details() == null ? Map.of() : event.details();
        return new DirectoryEvent(
                event.id(),
                Kind.valueOf(event.type()),
                Instant.ofEpochMilli(event.time()),
                id(event.userId()),
                event.sessionId() == null ? null : SessionFact.idOf(event.sessionId()),
                details.get("username"),
                event.ipAddress(),
                event.error(),
                details.get("credential_type"));
    }

    static DirectoryChange read(KeycloakAdmin.AdminEvent event) {
        KeycloakAdmin.AuthDetails by =
                event.authDetails() == null ? new KeycloakAdmin.AuthDetails(null, null, null) : event.authDetails();
        return new DirectoryChange(
                event.id(),
                Instant.ofEpochMilli(event.time()),
                event.operationType(),
                event.resourceType(),
                event.resourcePath(),
                by.userId(),
                by.clientId(),
                by.ipAddress(),
                event.error());
    }

    /** Users of Keycloak's own may have ids of another form; they are nobody to us. */
    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
