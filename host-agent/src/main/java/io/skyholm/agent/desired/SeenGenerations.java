package io.skyholm.agent.desired;

import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.ThingKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The highest generation that a host was told of each thing, kept also after the desired state was withdrawn and the agent has ended: an
 * older record that is delivered again, at whatever time, is known as such and brings no removed machine back.
 *
 * <p>One is forgotten when the topic has gone on for so long that compaction has removed what was older, and the relay has
 * nothing of that age to deliver again. A desired state that is still in force is on the topic, and is noted anew when that is read.
 */
public final class SeenGenerations {

    /** A day until compaction, a day for tombstones, and a relay that stood still for a week, twice. */
    private static final Duration KEPT = Duration.ofDays(16);

    private static final int MOST = 50_000;

    private final GenerationFile file;
    private final int most;
    private final Map<ThingKey, SeenGeneration> seen = new HashMap<>();
    private final Set<ThingKey> unwritten = new HashSet<>();
    private long newest;

    SeenGenerations(Path file, int most) {
        this.file = new GenerationFile(file);
        this.most = most;
        this.file.read().forEach(this::recall);
    }

    /** Those in this file, which is made when there is something to keep. */
    public static SeenGenerations keptIn(Path file) {
        return new SeenGenerations(file, MOST);
    }

    /** Notes that a thing is desired so; false if something newer was told before, and this is to be ignored. */
    synchronized boolean told(DesiredState desired, long at) {
        SeenGeneration before = seen.get(desired.key());
        if (before != null && isOlder(desired, before)) {
            return false;
        }
        if (before == null || before.generation() < desired.generation()) {
            note(new SeenGeneration(desired.key(), desired.generation(), false, at));
        }
        return true;
    }

    /** Notes that all desired states up to a generation are taken back; false if something newer was told before. */
    synchronized boolean withdrawn(ThingKey key, long generation, long at) {
        SeenGeneration before = seen.get(key);
        if (before != null && before.generation() > generation) {
            return false;
        }
        if (before == null || !before.withdrawn() || before.generation() < generation) {
            note(new SeenGeneration(key, generation, true, at));
        }
        return true;
    }

    /** The highest generation that was told of a thing; 0 if none was. */
    synchronized long of(ThingKey key) {
        SeenGeneration known = seen.get(key);
        return known == null ? 0 : known.generation();
    }

    /** Keeps what was noted; nothing may be done because of it before that. Fails where it cannot be written. */
    synchronized void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        if (file.isToBeRewritten()) {
            forget();
            file.rewrite(seen.values());
        } else {
            file.append(unwritten.stream().map(seen::get).toList());
        }
        unwritten.clear();
    }

    /**
     * A desired state that was withdrawn is old, and one that is read again from the beginning of the topic is not. An absence is let
     * through once more: it brings nothing back, and a thing may be found again on a host that had shown it to be gone.
     */
    private static boolean isOlder(DesiredState desired, SeenGeneration before) {
        return desired.generation() < before.generation()
                || (desired.generation() == before.generation() && before.withdrawn() && desired.present());
    }

    private void note(SeenGeneration now) {
        recall(now);
        unwritten.add(now.key());
    }

    private void recall(SeenGeneration known) {
        seen.put(known.key(), known);
        newest = Math.max(newest, known.at());
    }

    /** By the time of what is read, not by the host's clock, which may be wrong when it starts. */
    private void forget() {
        seen.values().removeIf(known -> known.at() < newest - KEPT.toMillis());
        seen.values().stream()
                .sorted(Comparator.comparingLong(SeenGeneration::at).reversed())
                .skip(most)
                .map(SeenGeneration::key)
                .toList()
                .forEach(seen::remove);
    }
}
