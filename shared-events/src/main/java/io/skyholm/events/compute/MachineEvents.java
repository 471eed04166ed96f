package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a compute machine's life. */
public final class MachineEvents {

    public static final EventType<MachineFact> CREATED =
            new EventType<>("compute.machine.created.v1", MachineFact.class, "A machine was taken in.");

    public static final EventType<MachineFact> CHANGED = new EventType<>(
            "compute.machine.changed.v1", MachineFact.class, "A machine's place, status or agent changed.");

    public static final EventType<MachineFact> DELETED =
            new EventType<>("compute.machine.deleted.v1", MachineFact.class, "A machine was given up.");

    public static final List<EventType<MachineFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private MachineEvents() {}
}
