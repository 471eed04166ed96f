package io.skyholm.compute.action;

import io.skyholm.compute.instance.Deletion.Intent;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.placement.Placement;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which instances are on a machine, and whether they could be on another. */
@Singleton
public class InstancesOnMachine {

    private static final int MOST = 1000;

    /** What a {@link MoveRequest} says. */
    private static final String MOVED = """
            select count(*) from operation
            where kind = 'MOVE' and status = 'SUCCEEDED' and request::json->>'from' = $1 and created_at >= $2""";

    private final Placement placement;

    InstancesOnMachine(Placement placement) {
        this.placement = placement;
    }

    /** Those of a machine, in the order of their ids. */
    public Uni<List<InstanceOnMachine>> of(Work work, UUID machine, Placement.Seen seen) {
        return work.session()
                .createSelectionQuery(
                        "from Instance where location.computeMachineId = :machine order by id", Instance.class)
                .setParameter("machine", machine)
                .setMaxResults(MOST)
                .getResultList()
                .chain(all -> Sequentially.of(all, instance -> describe(work, instance, machine, seen)));
    }

    /** One of a machine; empty if it is not there. */
    public Uni<Optional<InstanceOnMachine>> one(Work work, UUID id, UUID machine, Placement.Seen seen) {
        return work.session()
                .get(Instance.class, id)
                .map(found -> Optional.ofNullable(found)
                        .filter(instance -> machine.equals(instance.location().machineId())))
                .chain(found -> found.map(instance ->
                                describe(work, instance, machine, seen).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** How many have left a machine for another by moves that began since then. */
    public Uni<Long> moved(Work work, UUID machine, OffsetDateTime since) {
        return work.one(Moved.class, MOVED, machine.toString(), since).map(Moved::count);
    }

    private record Moved(long count) {}

    private Uni<InstanceOnMachine> describe(Work work, Instance instance, UUID machine, Placement.Seen seen) {
        return placement
                .explainBeside(work, instance.demand(), machine, seen)
                .map(why -> new InstanceOnMachine(
                        instance.id(),
                        instance.tenantId(),
                        instance.progress().status(),
                        instance.progress().operationId() != null
                                || instance.deletion().intent() != Intent.KEEP,
                        instance.location().isMoving(),
                        instance.isExclusive(),
                        instance.desired().power() == VmPower.STOPPED
                                && instance.progress().status() == InstanceStatus.STOPPED,
                        instance.boot().imageVersionId() != null,
                        why));
    }
}
