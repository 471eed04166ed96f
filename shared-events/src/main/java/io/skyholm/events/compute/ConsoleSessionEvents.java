package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of consoles that are typed into. */
public final class ConsoleSessionEvents {

    public static final EventType<ConsoleSessionFact> OPENED = new EventType<>(
            "compute.console-session.opened.v1",
            ConsoleSessionFact.class,
            "Somebody opened the console of an instance.");

    public static final EventType<ConsoleSessionFact> ENDED = new EventType<>(
            "compute.console-session.ended.v1",
            ConsoleSessionFact.class,
            "Nobody has the console of an instance open any more.");

    public static final List<EventType<ConsoleSessionFact>> TYPES = List.of(OPENED, ENDED);

    private ConsoleSessionEvents() {}
}
