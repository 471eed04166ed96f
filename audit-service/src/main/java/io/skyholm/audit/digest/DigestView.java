package io.skyholm.audit.digest;

import io.skyholm.audit.chain.Digest;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A signed head as callers see it. */
@Schema(name = "AuditDigest")
public record DigestView(
        UUID id,
        UUID chainId,
        @Nullable UUID tenantId,

        @Schema(description = "The entry at which the chain ended then")
        long sequence,

        @Schema(description = "The hash of that entry") String hash,
        Instant signedAt,

        @Schema(
                description = "Ed25519, in Base64, of chainId, sequence, hash and signedAt, a line each, without a line"
                        + " break at the end")
        String signature,

        @Schema(description = "Which key signed it") String keyId) {

    /** The digest itself. */
    public Digest digest() {
        return new Digest(chainId, sequence, hash, signedAt, signature, keyId);
    }
}
