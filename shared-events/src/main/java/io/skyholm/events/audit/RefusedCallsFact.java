package io.skyholm.events.audit;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many calls that were to change something a service refused without knowing who called, in a short time. */
@JsonClassDescription("Calls that were to change something and were refused, since nobody knew who called.")
public record RefusedCallsFact(
        UUID id,

        @JsonPropertyDescription("Always 1.") long generation,

        @JsonPropertyDescription("Always absent: nobody knows who called.") @Nullable UUID tenantId,

        @JsonPropertyDescription("When counting began.") Instant since,

        @JsonPropertyDescription("When counting ended.") Instant until,

        @JsonPropertyDescription("All of them.") long calls,

        @JsonPropertyDescription("Where they came from, the most first; not more than twenty.")
        List<RefusedOrigin> origins)
        implements Fact {}
