package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of a credential; it happened once and never changes. */
@JsonClassDescription("A change of what a user logs in by, as Keycloak saw it; never the secret itself.")
public record CredentialFact(
        UUID id,

        @JsonPropertyDescription("Always 1.") long generation,

        @JsonPropertyDescription("Absent when the user is not one of ours.") @Nullable UUID tenantId,

        @JsonPropertyDescription("Absent when the user is not one of ours.") @Nullable UUID userId,

        @Nullable String username,

        @JsonPropertyDescription("In Keycloak's word, such as password, otp or webauthn.") @Nullable String credentialType,

        @Nullable String ipAddress,
        Instant at)
        implements Fact {}
