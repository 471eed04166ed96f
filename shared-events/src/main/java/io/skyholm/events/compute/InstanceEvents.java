package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an instance's life. */
public final class InstanceEvents {

    public static final EventType<InstanceFact> CREATED =
            new EventType<>("compute.instance.created.v1", InstanceFact.class, "An instance was asked for.");

    public static final EventType<InstanceFact> PLACED =
            new EventType<>("compute.instance.placed.v1", InstanceFact.class, "An instance has a machine to run on.");

    public static final EventType<InstanceFact> STARTED =
            new EventType<>("compute.instance.started.v1", InstanceFact.class, "An instance runs.");

    public static final EventType<InstanceFact> STOPPED =
            new EventType<>("compute.instance.stopped.v1", InstanceFact.class, "An instance does not run any more.");

    public static final EventType<InstanceFact> CHANGED = new EventType<>(
            "compute.instance.changed.v1", InstanceFact.class, "An instance's size, names or desired state changed.");

    public static final EventType<InstanceFact> FAILED = new EventType<>(
            "compute.instance.failed.v1", InstanceFact.class, "An instance could not become what it should be.");

    public static final EventType<InstanceFact> TRANSFERRED = new EventType<>(
            "compute.instance.transferred.v1",
            InstanceFact.class,
            "An instance went to another tenant: the one that it leaves is told what it was, the other what it is.");

    public static final EventType<InstanceFact> DELETED = new EventType<>(
            "compute.instance.deleted.v1", InstanceFact.class, "An instance is gone, and all it held is given back.");

    public static final List<EventType<InstanceFact>> TYPES =
            List.of(CREATED, PLACED, STARTED, STOPPED, CHANGED, FAILED, TRANSFERRED, DELETED);

    private InstanceEvents() {}
}
