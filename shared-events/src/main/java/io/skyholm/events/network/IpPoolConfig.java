package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** How a pool gives its addresses; what is null is as everywhere. */
@JsonClassDescription("How a pool gives its addresses; what is absent is as everywhere.")
public record IpPoolConfig(
        @Min(0) @Max(86_400) @Nullable Integer coolDownSeconds,
        @Min(60) @Max(31_536_000) @Nullable Integer leaseSeconds) {

    /** Nothing out of the ordinary. */
    public static final IpPoolConfig USUAL = new IpPoolConfig(null, null);
}
