package io.skyholm.events.network;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a VPC's life. */
public final class VpcEvents {

    public static final EventType<VpcFact> CREATED =
            new EventType<>("network.vpc.created.v1", VpcFact.class, "A VPC was made.");

    public static final EventType<VpcFact> CHANGED =
            new EventType<>("network.vpc.changed.v1", VpcFact.class, "A VPC's name, name servers or status changed.");

    public static final EventType<VpcFact> DELETED =
            new EventType<>("network.vpc.deleted.v1", VpcFact.class, "A VPC is no more.");

    public static final List<EventType<VpcFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private VpcEvents() {}
}
