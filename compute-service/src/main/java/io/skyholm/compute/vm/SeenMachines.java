package io.skyholm.compute.vm;

import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.tenant.Columns;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What hosts saw of virtual machines, the last word on each, in columns as one statement takes them. */
record SeenMachines(Map<Key, Seen> last) {

    /** One virtual machine on one host. */
    record Key(UUID host, UUID machine) {}

    /**
     * What counts of all that a host said of it.
     *
     * @param status what it was when it was last seen to be anything
     * @param listed whether an inventory showed it
     */
    record Seen(Observation observation, Optional<VirtualMachineStatus> status, boolean listed) {

        static Seen of(Observation observation, HostReport report) {
            return new Seen(observation, VirtualMachineStatus.of(observation.state()), report instanceof Inventory);
        }

        /** An older word says nothing against a newer one, also when it comes later. */
        Seen and(Seen later) {
            if (later.isOlderThan(this)) {
                return new Seen(observation, status, listed || later.listed);
            }
            return new Seen(
                    later.observation, later.status.isPresent() ? later.status : status, listed || later.listed);
        }

        private boolean isOlderThan(Seen other) {
            Observation one = other.observation;
            boolean sameWish = observation.generation() == one.generation();
            return sameWish ? observation.at().isBefore(one.at()) : observation.generation() < one.generation();
        }

        /** Whether the host is done with it and has nothing left of it. */
        boolean isGone() {
            return observation.state() == ThingState.ABSENT && observation.settled();
        }

        /** Whether the host holds it, by an account of all that it holds. */
        boolean isHeld() {
            return listed && observation.state() != ThingState.ABSENT;
        }
    }

    static SeenMachines in(List<HostReport> reports) {
        Map<Key, Seen> last = new LinkedHashMap<>();
        for (HostReport report : reports) {
            for (Observation thing : report.things()) {
                if (thing.kind().equals(DesiredVm.KIND)) {
                    last.merge(new Key(report.hostId(), thing.id()), Seen.of(thing, report), Seen::and);
                }
            }
        }
        return new SeenMachines(last);
    }

    /** Whether a report says anything of things. */
    static boolean isOfThings(HostReport report) {
        return !report.things().isEmpty();
    }

    boolean isEmpty() {
        return last.isEmpty();
    }

    @Nullable Seen of(UUID host, UUID machine) {
        return last.get(new Key(host, machine));
    }

    /** Ids and hosts. */
    Object[] keys() {
        return new Object[] {
            last.keySet().stream().map(Key::machine).toArray(UUID[]::new),
            last.keySet().stream().map(Key::host).toArray(UUID[]::new)
        };
    }

    /** Ids, hosts, generations, states, whether the host is done, details, times, and what the machines are. */
    Object[] columns() {
        Collection<Seen> all = last.values();
        return new Object[] {
            keys()[0],
            keys()[1],
            observations(Observation::generation).toArray(Long[]::new),
            observations(seen -> seen.state().name()).toArray(String[]::new),
            observations(Observation::settled).toArray(Boolean[]::new),
            all.stream().map(seen -> seen.observation().detail()).toArray(String[]::new),
            observations(seen -> Columns.parameter(seen.at())).toArray(OffsetDateTime[]::new),
            all.stream().map(seen -> seen.status().map(Enum::name).orElse(null)).toArray(String[]::new)
        };
    }

    private <T> List<T> observations(Function<Observation, T> part) {
        return last.values().stream()
                .map(seen -> part.apply(seen.observation()))
                .toList();
    }
}
