package io.skyholm.events.network;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an instance's ports, together. */
public final class InstanceNetworkEvents {

    public static final EventType<InstanceNetworkFact> CHANGED = new EventType<>(
            "network.instance-network.changed.v1",
            InstanceNetworkFact.class,
            "The ports of an instance came, changed or went.");

    public static final List<EventType<InstanceNetworkFact>> TYPES = List.of(CHANGED);

    private InstanceNetworkEvents() {}
}
