package io.skyholm.identity.sshkey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An SSH key as callers see it. */
@Schema(name = "SshKey")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SshKeyView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID userId,
        String name,

        @Schema(description = "A line of authorized_keys, without options and comment")
        String publicKey,

        @Schema(description = "As in ssh-ed25519") String keyType,

        @Schema(description = "As ssh-keygen shows it: SHA256:…")
        String fingerprint,

        @Nullable String comment,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt) {

    static SshKeyView of(SshKey key) {
        return new SshKeyView(
                key.id,
                key.generation,
                key.tenantId,
                key.userId,
                key.name,
                key.publicKey,
                key.keyType,
                key.fingerprint,
                key.comment,
                key.createdAt,
                key.updatedAt,
                key.createdBy,
                key.updatedBy,
                key.deletedAt);
    }
}
