package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A compute machine as every service may know it; what is allocated on it is not told, since it changes all the time. */
@JsonClassDescription("A compute machine: a host on which instances run.")
public record MachineFact(
        @JsonPropertyDescription("Also the host's id in its reports and in its topic.")
        UUID id,

        @JsonPropertyDescription("Counts the changes of this machine; ignore what is not newer than what you hold.")
        long generation,

        UUID edgeDataCenterId,
        UUID resourcePoolId,
        String hostname,
        String name,
        MachineStatus status,

        @JsonPropertyDescription(
                "The key that the host's agent signs its reports with: an Ed25519 public key, X.509, in"
                        + " Base64; absent until its agent has joined.")
        @Nullable String agentPublicKey,

        @JsonPropertyDescription(
                "The key with which is encrypted what only the host may read: an X25519 public key, X.509, in Base64;"
                        + " absent until its agent has told one.")
        @Nullable String agentEncryptionKey,

        @JsonPropertyDescription(
                "What the host's agent has signed of that key with the one it signs its reports with, in Base64; absent"
                        + " until its agent has told one. A key without it is not used.")
        @Nullable String agentEncryptionKeySignature,

        @JsonPropertyDescription("Since when it is certain that nothing runs on this machine, though it is silent.")
        @Nullable Instant fencedAt,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {

    /** Belongs to the platform. */
    @Override
    public @Nullable UUID tenantId() {
        return null;
    }
}
