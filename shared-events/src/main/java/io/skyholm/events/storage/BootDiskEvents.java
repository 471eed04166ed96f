package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the boot disk of an instance. */
public final class BootDiskEvents {

    public static final EventType<BootDiskFact> CHANGED = new EventType<>(
            "storage.boot-disk.changed.v1", BootDiskFact.class, "The boot disk of an instance came, changed or went.");

    public static final List<EventType<BootDiskFact>> TYPES = List.of(CHANGED);

    private BootDiskEvents() {}
}
