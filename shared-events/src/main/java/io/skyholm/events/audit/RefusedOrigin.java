package io.skyholm.events.audit;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Addresses that begin alike, and how many calls came from there. */
public record RefusedOrigin(
        @JsonPropertyDescription("Of IPv4 a /24, of IPv6 a /48.")
        String addresses,

        long calls) {}
