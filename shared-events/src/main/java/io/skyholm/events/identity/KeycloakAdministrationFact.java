package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One act of Keycloak's administration; it happened once and never changes. */
@JsonClassDescription(
        "What an administrator of Keycloak did there, except what identity does to users: that it tells by itself.")
public record KeycloakAdministrationFact(
        UUID id,

        @JsonPropertyDescription("Always 1.") long generation,

        @JsonPropertyDescription("Always absent: it concerns the platform.") @Nullable UUID tenantId,

        @JsonPropertyDescription("In Keycloak's word: CREATE, UPDATE, DELETE or ACTION.")
        String operation,

        @JsonPropertyDescription("In Keycloak's word, such as USER, CLIENT or REALM.") @Nullable String resourceType,

        @JsonPropertyDescription("Below the realm, such as users/… or clients/….") @Nullable String resourcePath,

        @JsonPropertyDescription("Keycloak's id of who did it.") @Nullable String administratorId,

        @JsonPropertyDescription("Keycloak's id of the client by which it was done.") @Nullable String clientId,

        @Nullable String ipAddress,

        @JsonPropertyDescription("Why it was refused, in Keycloak's word.") @Nullable String reason,

        Instant at)
        implements Fact {}
