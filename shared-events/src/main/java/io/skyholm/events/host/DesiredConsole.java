package io.skyholm.events.host;

import java.util.List;
import java.util.UUID;

/**
 * What is wanted of the console of a machine at this moment. It is nothing that a host holds, so it is not reported, and has no orphans:
 * each request is answered to the platform over HTTP, or is over when its time is.
 *
 * @param id that of the machine
 * @param requests all that are open, in no order; one that is not named any more ends
 */
public record DesiredConsole(UUID id, long generation, List<ConsoleRequest> requests) implements DesiredState {

    /** The kind of consoles. */
    public static final ThingKind KIND = new ThingKind("CONSOLE");

    public DesiredConsole {
        requests = List.copyOf(requests);
    }

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }

    @Override
    public boolean present() {
        return !requests.isEmpty();
    }
}
