package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an API key was used, told at most once a minute by each service that saw it. */
@JsonClassDescription("The latest use of an API key that a service saw.")
public record KeyUseFact(
        @JsonPropertyDescription("The key.") UUID id,

        @JsonPropertyDescription("The time of use in milliseconds since 1970: a later use is newer.")
        long generation,

        UUID tenantId,
        Instant usedAt,

        @JsonPropertyDescription("From where.") @Nullable String ipAddress)
        implements Fact {}
