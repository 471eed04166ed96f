package io.skyholm.identity.reset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A password reset as administrators see it. */
@Schema(name = "PasswordReset")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PasswordResetView(
        UUID id,
        UUID tenantId,
        UUID userId,
        Instant expiresAt,
        @Nullable Instant usedAt,
        Instant createdAt) {}
