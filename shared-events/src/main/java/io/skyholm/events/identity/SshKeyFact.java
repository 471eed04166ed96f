package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A public key with which a user logs in to machines. */
@JsonClassDescription("The public SSH key of a user.")
public record SshKeyFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this key; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("Whose key it is.") UUID userId,
        String name,

        @JsonPropertyDescription("The key as a line of authorized_keys, without options and comment.")
        String publicKey,

        @JsonPropertyDescription("Its SHA-256, as ssh-keygen shows it.")
        String fingerprint,

        @Nullable String comment,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who added it.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who deleted it.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the key is deleted.") @Nullable Instant deletedAt)
        implements Fact {}
