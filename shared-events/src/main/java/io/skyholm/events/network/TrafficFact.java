package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.util.UUID;

/** A port's traffic of a month, at the moment at which it passed a part of its allowance. */
@JsonClassDescription("Traffic: what a port carried in a calendar month (UTC), and what it was allowed.")
public record TrafficFact(
        UUID id,

        @JsonPropertyDescription("Counts what was told of this port's month; ignore what is not newer.")
        long generation,

        UUID tenantId,
        UUID instanceId,
        UUID portId,

        @JsonPropertyDescription("As in 2026-11.") String month,

        @JsonPropertyDescription("What the instance received.")
        long receivedBytes,

        @JsonPropertyDescription("What the instance sent; both together count.")
        long sentBytes,

        @JsonPropertyDescription("The month's allowance, in units of 1,000,000,000 bytes.")
        int allowanceGb,

        @JsonPropertyDescription("The part of the allowance that was passed: 80 or 100.")
        int passedPercent)
        implements Fact {}
