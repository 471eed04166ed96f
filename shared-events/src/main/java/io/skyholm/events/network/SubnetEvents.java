package io.skyholm.events.network;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a subnet's life. */
public final class SubnetEvents {

    public static final EventType<SubnetFact> CREATED =
            new EventType<>("network.subnet.created.v1", SubnetFact.class, "A subnet was made.");

    public static final EventType<SubnetFact> CHANGED =
            new EventType<>("network.subnet.changed.v1", SubnetFact.class, "A subnet's name, pool or status changed.");

    public static final EventType<SubnetFact> DELETED =
            new EventType<>("network.subnet.deleted.v1", SubnetFact.class, "A subnet is no more.");

    public static final List<EventType<SubnetFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private SubnetEvents() {}
}
