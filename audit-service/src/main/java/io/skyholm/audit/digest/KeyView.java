package io.skyholm.audit.digest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The public half of a key that signs digests, or did. */
@Schema(name = "AuditKey")
public record KeyView(
        String keyId,
        @Schema(description = "Ed25519, in PEM") String publicKey,
        Instant createdAt) {}
