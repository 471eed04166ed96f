package io.skyholm.events.audit;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many calls a service refused in a short time that it does not tell one by one. */
@JsonClassDescription("Calls that were refused: of nobody in particular, or of one caller beyond so many a minute.")
public record RefusedCallsFact(
        UUID id,

        @JsonPropertyDescription("Always 1.") long generation,

        @JsonPropertyDescription("Always absent: they are of nobody, or of many.") @Nullable UUID tenantId,

        @JsonPropertyDescription("When counting began.") Instant since,

        @JsonPropertyDescription("When counting ended.") Instant until,

        @JsonPropertyDescription("All of them.") long calls,

        @JsonPropertyDescription("Where they came from, the most first; not more than twenty.")
        List<RefusedOrigin> origins)
        implements Fact {}
