package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A route of the guests of a subnet, beside that to its gateway. */
public record SubnetRoute(
        @JsonPropertyDescription("The block of addresses that is reached.") @NotNull @Size(max = 49) String destination,

        @JsonPropertyDescription("The address in the subnet over which it is reached.") @NotNull @Size(max = 45) String nextHop) {}
