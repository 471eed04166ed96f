package io.skyholm.events.network;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a port's life. */
public final class PortEvents {

    public static final EventType<PortFact> CREATED =
            new EventType<>("network.port.created.v1", PortFact.class, "A port was made for an instance.");

    public static final EventType<PortFact> CHANGED =
            new EventType<>("network.port.changed.v1", PortFact.class, "A port's machine or security groups changed.");

    public static final EventType<PortFact> DELETED =
            new EventType<>("network.port.deleted.v1", PortFact.class, "A port is proven gone.");

    public static final List<EventType<PortFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private PortEvents() {}
}
