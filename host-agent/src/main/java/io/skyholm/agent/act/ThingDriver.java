package io.skyholm.agent.act;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.ThingKind;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * All that the agent knows of one kind of thing. It looks and makes single steps; when to look, how long a step may take, what
 * follows a failure and what is reported is the same for every kind, and is decided by the loop. A driver keeps no state of
 * its own: an agent that starts again finds on the host what it needs.
 *
 * @param <D> what a thing of this kind is to be
 */
public interface ThingDriver<D extends DesiredState> {

    /** Which kind. */
    ThingKind kind();

    /** How the desired state of a thing is written on the host's topic. */
    Class<D> desired();

    /** Reads a desired state as it is written there. */
    default D read(String text) {
        return EventJson.read(text, desired());
    }

    /** All things of this kind that are on the host, whoever made them. */
    Set<UUID> present();

    /** What is on the host of one thing. */
    SeenThing look(UUID id);

    /** Tells of things that have changed, also by themselves, where the host notices that; otherwise it shows when one looks. */
    default void listen(Consumer<UUID> changes) {}

    /** What is to be done next, by what is desired and what is there; empty when nothing is left. */
    Optional<Step> next(D desired);

    /** Whether a step that is under way for an older desired state ends at once. A removal never waits. */
    default boolean interrupts(D desired) {
        return !desired.present();
    }
}
