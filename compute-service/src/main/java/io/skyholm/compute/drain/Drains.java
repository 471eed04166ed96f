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
            select drain_requested_at as since, (select count(*) from operation
                where kind = 'MOVE' and status = 'SUCCEEDED' and request::json->>'from' = machine.id::text
                    and created_at >= machine.drain_requested_at) as moved
            from compute_machine machine where id = $1 and deleted_at is null""";

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
                        .chain(drain -> instances.of(work, machine, seen).map(all -> view(machine, drain, all)))));
    }

    private static Uni<Drain> drain(Work work, UUID machine) {
        return work.find(Drain.class, MACHINE, machine)
                .map(found -> found.orElseThrow(() -> Problem.notFound("machine")));
    }

    private static DrainView view(UUID machine, Drain drain, List<InstanceOnMachine> all) {
        return new DrainView(
                machine,
                drain.since() == null ? null : drain.since().toInstant(),
                drain.moved(),
                (int) all.stream().filter(InstanceOnMachine::moving).count(),
                all.size(),
                all.stream().map(Blocker::of).flatMap(Optional::stream).toList());
    }

    private record Drain(@Nullable OffsetDateTime since, long moved) {}
}
