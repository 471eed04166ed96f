package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a StackScript's life. */
public final class StackScriptEvents {

    public static final EventType<StackScriptFact> CREATED = new EventType<>(
            "compute.stack-script.created.v1", StackScriptFact.class, "A script for first boots was made.");

    public static final EventType<StackScriptFact> CHANGED = new EventType<>(
            "compute.stack-script.changed.v1", StackScriptFact.class, "A script, or who may use it, changed.");

    public static final EventType<StackScriptFact> DELETED =
            new EventType<>("compute.stack-script.deleted.v1", StackScriptFact.class, "A script is no more.");

    public static final List<EventType<StackScriptFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private StackScriptEvents() {}
}
