package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody typed into the console of an instance; what they typed is nobody's business. */
@JsonClassDescription(
        "That somebody has, or had, the console of an instance open. What is typed or shown there is told nowhere.")
public record ConsoleSessionFact(
        UUID id,

        @JsonPropertyDescription("1 when it was opened, 2 when it ended.")
        long generation,

        @JsonPropertyDescription("The tenant whose instance it is.")
        UUID tenantId,

        @JsonPropertyDescription("The instance.") UUID instanceId,

        @JsonPropertyDescription("Who opened it.") UUID userId,

        @JsonPropertyDescription("From which address it was opened; absent where that is not known.") @Nullable String address,

        @JsonPropertyDescription("When it was opened.") Instant openedAt,

        @JsonPropertyDescription("When it ended; absent while it is open.") @Nullable Instant endedAt,

        @JsonPropertyDescription("Why it ended; absent while it is open.") @Nullable ConsoleSessionEnd endReason)
        implements Fact {}
