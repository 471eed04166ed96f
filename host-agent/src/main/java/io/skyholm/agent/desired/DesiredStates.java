package io.skyholm.agent.desired;

import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.ThingKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest desired state for each thing, as far as its topic has been read. */
final class DesiredStates {

    private final Map<ThingKey, DesiredState> newest = new LinkedHashMap<>();
    private final SeenGenerations seen;

    DesiredStates(SeenGenerations seen) {
        this.seen = seen;
    }

    /** Notes a desired state that was written at this time, and tells whether it is newer than all that was told, ever. */
    boolean note(DesiredState desired, long at) {
        DesiredState known = newest.get(desired.key());
        if ((known != null && known.generation() >= desired.generation()) || !seen.told(desired, at)) {
            return false;
        }
        newest.put(desired.key(), desired);
        return true;
    }

    /**
     * Forgets what was desired of a thing up to a generation, and tells whether anything was. Earlier platforms wrote none
     * (0): such a tombstone takes back only what was read before it. Taking back the highest generation ever seen would take
     * back a newer desired state that stands behind it on the topic, when the agent was started anew.
     */
    boolean withdraw(ThingKey key, long generation, long at) {
        DesiredState known = newest.get(key);
        if (generation == 0 && known == null) {
            return false;
        }
        long last = generation == 0 && known != null ? known.generation() : generation;
        return seen.withdrawn(key, last, at) && newest.remove(key) != null;
    }

    /** Makes sure that what was noted is still known after the end of the process. */
    void keep() {
        seen.write();
    }

    Optional<DesiredState> of(ThingKey key) {
        return Optional.ofNullable(newest.get(key));
    }

    Collection<DesiredState> all() {
        return List.copyOf(newest.values());
    }
}
