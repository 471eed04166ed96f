package io.skyholm.hosts;

import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostText;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.RbdImage;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.tenant.ColumnReaders;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What hosts saw of the things of one kind, by its generation, in columns as statements take them. Every generation is kept,
 * and not the newest alone: a host that claims one that it was never told would hide all that it truly reports beside it.
 */
public record ObservedThings(Map<Key, NavigableMap<Long, Seen>> byGeneration) {

    private static final String HEARTBEAT = "{\"report\":\"heartbeat\"";

    /** One thing on one host. */
    public record Key(UUID host, UUID thing) {}

    /**
     * What counts of all that a host reported of it.
     *
     * @param lastState what it was when it was last seen to be anything
     * @param listed whether an inventory showed it
     */
    public record Seen(Observation observation, @Nullable ThingState lastState, boolean listed) {

        static Seen of(Observation observation, HostReport report) {
            ThingState state = observation.state();
            boolean isAnything = state != ThingState.ABSENT && state != ThingState.CHANGING;
            return new Seen(observation, isAnything ? state : null, report instanceof Inventory);
        }

        /** An older observation says nothing against a newer one, also when it comes later. */
        Seen and(Seen later) {
            boolean isListed = listed || later.listed;
            return later.isOlderThan(this)
                    ? new Seen(observation, lastState, isListed)
                    : new Seen(later.observation, later.lastState == null ? lastState : later.lastState, isListed);
        }

        private boolean isOlderThan(Seen other) {
            Observation one = other.observation;
            boolean isOfOneGeneration = observation.generation() == one.generation();
            return isOfOneGeneration
                    ? observation.at().isBefore(one.at())
                    : observation.generation() < one.generation();
        }

        /** Whether the host is done with it and has nothing left of it. */
        public boolean isGone() {
            return observation.state() == ThingState.ABSENT && observation.settled();
        }

        /** Whether the host holds it, by an account of all that it holds. */
        public boolean isHeld() {
            return listed && observation.state() != ThingState.ABSENT;
        }
    }

    /** Those of that kind in these reports. */
    public static ObservedThings in(List<HostReport> reports, ThingKind kind) {
        Map<Key, NavigableMap<Long, Seen>> byGeneration = new LinkedHashMap<>();
        for (HostReport report : reports) {
            for (Observation thing : report.things()) {
                if (thing.kind().equals(kind)) {
                    byGeneration
                            .computeIfAbsent(new Key(report.hostId(), thing.id()), one -> new TreeMap<>())
                            .merge(thing.generation(), Seen.of(thing, report), Seen::and);
                }
            }
        }
        byGeneration.values().forEach(ObservedThings::eachKnowsTheOnesBefore);
        return new ObservedThings(byGeneration);
    }

    private static void eachKnowsTheOnesBefore(NavigableMap<Long, Seen> byGeneration) {
        Seen before = null;
        for (Map.Entry<Long, Seen> one : byGeneration.entrySet()) {
            before = before == null ? one.getValue() : before.and(one.getValue());
            one.setValue(before);
        }
    }

    /** Whether a report may say anything of things, by its text: what begins as a heartbeat does not. */
    static boolean mayTellOfThings(String report) {
        return !report.startsWith(HEARTBEAT);
    }

    boolean isEmpty() {
        return byGeneration.isEmpty();
    }

    /** The newest that host reported of that thing. */
    public @Nullable Seen of(UUID host, UUID thing) {
        NavigableMap<Long, Seen> seen = byGeneration.get(new Key(host, thing));
        return seen == null ? null : seen.lastEntry().getValue();
    }

    /** Ids and hosts. */
    Object[] keys() {
        return new Object[] {
            byGeneration.keySet().stream().map(Key::thing).toArray(UUID[]::new),
            byGeneration.keySet().stream().map(Key::host).toArray(UUID[]::new)
        };
    }

    /**
     * Ids, hosts, generations, states, whether the host is done, details, times, what things were last, builds, pools and names of images, restarts and sums; a thing
     * comes once for each of its generations. Details are cut: they go on into operations, and into events of a limited size.
     */
    Object[] columns() {
        return new Object[] {
            each((key, seen) -> key.thing()).toArray(UUID[]::new),
            each((key, seen) -> key.host()).toArray(UUID[]::new),
            each((key, seen) -> seen.observation().generation()).toArray(Long[]::new),
            each((key, seen) -> seen.observation().state().name()).toArray(String[]::new),
            each((key, seen) -> seen.observation().settled()).toArray(Boolean[]::new),
            each((key, seen) -> HostText.cutIfAny(seen.observation().detail())).toArray(String[]::new),
            each((key, seen) -> ColumnReaders.parameter(seen.observation().at()))
                    .toArray(OffsetDateTime[]::new),
            each((key, seen) -> nameOf(seen.lastState())).toArray(String[]::new),
            each((key, seen) -> seen.observation().builds()).toArray(Long[]::new),
            each((key, seen) -> partOf(seen, RbdImage::pool)).toArray(String[]::new),
            each((key, seen) -> partOf(seen, RbdImage::name)).toArray(String[]::new),
            each((key, seen) -> seen.observation().restarts()).toArray(Long[]::new),
            each((key, seen) -> seen.observation().sha256()).toArray(String[]::new)
        };
    }

    private static @Nullable String partOf(Seen seen, Function<RbdImage, String> part) {
        RbdImage image = seen.observation().image();
        return image == null ? null : part.apply(image);
    }

    private static @Nullable String nameOf(@Nullable ThingState state) {
        return state == null ? null : state.name();
    }

    private <T extends @Nullable Object> Stream<T> each(BiFunction<Key, Seen, T> part) {
        return byGeneration.entrySet().stream()
                .flatMap(thing -> thing.getValue().values().stream().map(seen -> part.apply(thing.getKey(), seen)));
    }
}
