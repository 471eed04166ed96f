package io.skyholm.compute.placement;

import io.skyholm.compute.size.Size;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds machines in memory and claims them in the database, which has the last word. */
@Singleton
public class Placement {

    private static final Duration OLD = Duration.ofMillis(500);

    private final Hosts hosts;
    private final Claims claims;
    private final SetMachines sets;

    Placement(Hosts hosts, Claims claims, SetMachines sets) {
        this.hosts = hosts;
        this.claims = claims;
        this.sets = sets;
    }

    /** The machines as they were a moment ago, to be read before a transaction begins. */
    public Uni<Seen> look() {
        return hosts.current().map(Seen::new);
    }

    /**
     * The machines as they were a moment ago; as they are now if none of those could ever hold it, since the one that can may
     * have come in between.
     */
    public Uni<Seen> lookFor(Demand demand) {
        return look().chain(seen ->
                seen.whyNever(demand).isEmpty() ? Uni.createFrom().item(seen) : lookAgain());
    }

    /** The machines as they are now. */
    public Uni<Seen> lookAgain() {
        return hosts.fresh().map(Seen::new);
    }

    /** Claims the best machine that has room; empty if there is none, or others were quicker. */
    public Uni<Optional<Place>> claim(Work work, UUID instance, Demand demand, Seen seen) {
        return settled(work, demand).chain(known -> {
            List<UUID> chosen = seen.choose(known);
            return chosen.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : claims.claim(work, instance, known, chosen)
                            .invoke(claimed ->
                                    claimed.ifPresent(place -> work.afterCommit(() -> seen.took(known, place))));
        });
    }

    /** Whether what was seen is too old to refuse somebody by; if so, the next look is a new one. */
    public boolean isDoubtful(Seen seen) {
        boolean old = seen.snapshot.isOlderThan(OLD);
        if (old) {
            hosts.doubt();
        }
        return old;
    }

    /** Why the demand fits or not. */
    public Uni<Explanation> explain(Work work, Demand demand, Seen seen) {
        return settled(work, demand).map(seen::explain);
    }

    /** Why the demand fits or not on the machines beside one. */
    public Uni<Explanation> explainBeside(Work work, Demand demand, UUID machine, Seen seen) {
        return settled(work, demand).map(known -> seen.explainBeside(known, machine));
    }

    /** How many more of that demand each pool has room for, by the machines as they are now. */
    public Uni<List<Forecast>> forecast(Demand demand) {
        return hosts.fresh().map(snapshot -> snapshot.forecast(demand));
    }

    /** Claims more of a machine; false if it has not enough left. */
    public Uni<Boolean> grow(Work work, PlacementClaim held, Size more) {
        return claims.grow(work, held, more);
    }

    /** Gives back a part of a machine. */
    public Uni<Void> shrink(Work work, PlacementClaim held, Size less) {
        return claims.shrink(work, held, less);
    }

    /** Gives back all that an instance holds of a machine. */
    public Uni<Void> release(Work work, PlacementClaim held) {
        return claims.release(work, held);
    }

    /**
     * Waits for those who want to be together with the same set. Locks are taken in one order, this turn, machine, quota: whoever claims
     * quota before a machine, which waits for nobody, takes the turn before both, or would hold quota for which one with the turn waits.
     */
    public void takeTurn(Work work, Demand demand) {
        if (demand.joins()) {
            work.lockName(String.valueOf(demand.setId()));
        }
    }

    /** Those who want to be together come one after the other: where the first goes, the others follow. */
    private Uni<Demand> settled(Work work, Demand demand) {
        UUID set = demand.setId();
        if (set == null || !demand.joins()) {
            return Uni.createFrom().item(demand);
        }
        takeTurn(work, demand);
        return sets.machinesOf(work, set).map(machines -> demand.with(Set.copyOf(machines)));
    }

    /** The machines as somebody saw them. */
    public static final class Seen {

        private final Snapshot snapshot;
        private final @Nullable UUID left;

        Seen(Snapshot snapshot) {
            this(snapshot, null);
        }

        private Seen(Snapshot snapshot, @Nullable UUID left) {
            this.snapshot = snapshot;
            this.left = left;
        }

        /** The same for somebody who leaves a machine: it is their last resort. */
        public Seen beside(UUID machine) {
            return new Seen(snapshot, machine);
        }

        /** What is maintained soon would have to be left again: it is taken only if nothing else has room. */
        List<UUID> choose(Demand demand) {
            List<Host> hosts = snapshot.of(demand);
            int anywhere = ThreadLocalRandom.current().nextInt();
            List<UUID> lasting =
                    Choice.of(hosts, demand, anywhere, host -> !host.traits.maintainedSoon() && !host.id.equals(left));
            return lasting.isEmpty() ? Choice.of(hosts, demand, anywhere) : lasting;
        }

        /**
         * Why no machine could hold it even with nothing else on it. Empty where one could, and where there is none at all yet:
         * those that are still to come may.
         */
        public Optional<Explanation> whyNever(Demand demand) {
            return there(demand).findAny().isEmpty()
                            || there(demand).anyMatch(host -> Choice.fits(host.inTheBestCase(), demand))
                    ? Optional.empty()
                    : Optional.of(Explanation.of(
                            there(demand).map(Host::inTheBestCase).toList(), demand));
        }

        private Stream<Host> there(Demand demand) {
            return snapshot.of(demand).stream()
                    .filter(host -> Rule.PLACE.allows(host, demand) && Rule.REGION.allows(host, demand));
        }

        Explanation explain(Demand demand) {
            return Explanation.of(snapshot.all(), demand);
        }

        Explanation explainBeside(Demand demand, UUID machine) {
            return Explanation.of(
                    snapshot.all().stream()
                            .filter(host -> !host.id.equals(machine))
                            .toList(),
                    demand);
        }

        void took(Demand demand, Place place) {
            snapshot.host(place.machineId()).ifPresent(host -> host.took(demand, place.held()));
        }
    }
}
