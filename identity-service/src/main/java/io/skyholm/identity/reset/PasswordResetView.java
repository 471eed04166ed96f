package io.skyholm.identity.reset;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A password reset as administrators see it. */
@Schema(name = "PasswordReset")
public record PasswordResetView(
        UUID id,
        UUID tenantId,
        UUID userId,
        Instant expiresAt,
        @Nullable Instant usedAt,
        Instant createdAt) {}
