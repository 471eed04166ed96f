package io.skyholm.compute.action;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * The instances of a tenant that is deleted: each gets the operation that a caller's DELETE begins, and its row is not deleted
 * before its host has shown that the machine is gone. No time of undo delays that: whoever could undo it is being deleted.
 * One that is protected waits until an operator takes that from it.
 */
@Singleton
class TenantInstances implements DataHolder {

    /** Those that would still be there for as long as their tenant once chose that a deletion can be undone. */
    private static final String LATER = "(intent <> 'DELETE' or deletable_at > calendar_now())";

    private static final OwnedRows LIVING =
            OwnedRows.livingOfTenant("instance").nowOnly("not deletion_protection and %s".formatted(LATER));

    /** Two ids are enough to begin with. */
    private static final String PROTECTED = """
            select 'an operator to take the deletion protection from ' || count(*) || ', such as '
                || (array_agg(id order by id))[1]
            from instance where tenant_id = $1 and deleted_at is null and deletion_protection having count(*) > 0""";

    private final ActionStarter starter;
    private final InstanceWaker waker;

    TenantInstances(ActionStarter starter, InstanceWaker waker) {
        this.starter = starter;
        this.waker = waker;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "instances", "instance");
    }

    /** One that is being deleted already goes on at once. */
    private Uni<Boolean> delete(Work work, UUID id) {
        waker.wake(work, id);
        return work.lock(Instance.class, id)
                .chain(found -> found.map(instance -> makeFinal(work, instance))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> starter.tryBegin(work, id, InstanceAction.of(OperationKind.DELETE, null)))
                .map(Optional::isPresent);
    }

    private static Uni<Void> makeFinal(Work work, Instance instance) {
        instance.deletion().makeFinal();
        return work.update(instance);
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return LIVING.each(work, tenant, id -> delete(work, id))
                .chain(emptied -> work.value(String.class, PROTECTED, tenant)
                        .map(why -> emptied.waitingFor(why.orElse("their hosts to show that they are gone"))));
    }
}
