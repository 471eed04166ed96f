package io.skyholm.events.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of an operation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperationStep(
        @JsonPropertyDescription("What is done in it, as in place, network or boot.")
        String name,

        OperationStatus outcome,

        @JsonPropertyDescription("What it waits for or why it failed, for a person.") @Nullable String detail,

        Instant startedAt,
        @Nullable Instant endedAt) {}
