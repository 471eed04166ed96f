package io.skyholm.identity.sshkey;

import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An SSH key as callers see it. */
@Schema(name = "SshKey")
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
        @Nullable Instant deletedAt)
        implements Versioned {}
