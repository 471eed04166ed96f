package io.skyholm.events.network;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Traffic that a security group lets through, with all that answers it. Without ports it is about all of them, without a peer about everybody. */
public record SecurityRule(
        @NotNull RuleDirection direction,
        @NotNull RuleProtocol protocol,
        @Min(0) @Max(65535) @Nullable Integer firstPort,
        @Min(0) @Max(65535) @Nullable Integer lastPort,
        @Size(max = 49) @Nullable String peer,
        @Size(max = 200) @Nullable String description) {}
