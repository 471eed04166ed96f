package io.skyholm.compute.drain;

import io.skyholm.compute.action.InstanceOnMachine;
import io.skyholm.compute.action.InstancesOnMachine;
import io.skyholm.compute.placement.Placement;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows how the emptying of a machine goes; before it was asked for, how it would go. */
@ApplicationScoped
class Drains {

    private static final String MACHINE = """
            select drain_requested_at as since from compute_machine where id = $1 and deleted_at is null""";

    private final TenantTransaction transactions;
    private final Placement placement;
    private final InstancesOnMachine instances;

    Drains(TenantTransaction transactions, Placement placement, InstancesOnMachine instances) {
        this.transactions = transactions;
        this.placement = placement;
        this.instances = instances;
    }

    Uni<DrainView> get(UUID machine) {
        return placement
                .lookAgain()
                .chain(seen -> transactions.change(Cause.platform(), work -> drain(work, machine)
                        .chain(drain -> moved(work, machine, drain).chain(moved -> instances
                                .of(work, machine, seen)
                                .map(all -> view(machine, drain, moved, all))))));
    }

    private static Uni<Drain> drain(Work work, UUID machine) {
        return work.find(Drain.class, MACHINE, machine)
                .map(found -> found.orElseThrow(() -> Problem.notFound("machine")));
    }

    private Uni<Long> moved(Work work, UUID machine, Drain drain) {
        return drain.since() == null ? Uni.createFrom().item(0L) : instances.moved(work, machine, drain.since());
    }

    private static DrainView view(UUID machine, Drain drain, long moved, List<InstanceOnMachine> all) {
        return new DrainView(
                machine,
                drain.since() == null ? null : drain.since().toInstant(),
                moved,
                (int) all.stream().filter(InstanceOnMachine::moving).count(),
                all.size(),
                all.stream().map(Blocker::of).flatMap(Optional::stream).toList());
    }

    private record Drain(@Nullable OffsetDateTime since) {}
}
