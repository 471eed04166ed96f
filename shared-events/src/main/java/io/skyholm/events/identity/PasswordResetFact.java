package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody may set a new password without the old; what proves it went to the user alone. */
@JsonClassDescription("A password reset; its token was mailed and is kept by nobody.")
public record PasswordResetFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this reset; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,
        UUID userId,
        Instant expiresAt,

        @JsonPropertyDescription("Present once it was used; it works once.") @Nullable Instant usedAt,

        Instant createdAt)
        implements Fact {}
