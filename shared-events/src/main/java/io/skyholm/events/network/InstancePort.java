package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.UUID;

/** One port of an instance. */
public record InstancePort(
        UUID portId,
        UUID subnetId,
        String macAddress,

        @JsonPropertyDescription("The port's addresses, IPv4 and IPv6.")
        List<String> addresses,

        @JsonPropertyDescription("Whether this is the port of the default route.")
        boolean primary) {}
