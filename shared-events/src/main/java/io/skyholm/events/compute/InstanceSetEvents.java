package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an instance set's life. */
public final class InstanceSetEvents {

    public static final EventType<InstanceSetFact> CREATED =
            new EventType<>("compute.instance-set.created.v1", InstanceSetFact.class, "An instance set was made.");

    public static final EventType<InstanceSetFact> CHANGED =
            new EventType<>("compute.instance-set.changed.v1", InstanceSetFact.class, "An instance set changed.");

    public static final EventType<InstanceSetFact> DELETED =
            new EventType<>("compute.instance-set.deleted.v1", InstanceSetFact.class, "An instance set was deleted.");

    public static final List<EventType<InstanceSetFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private InstanceSetEvents() {}
}
