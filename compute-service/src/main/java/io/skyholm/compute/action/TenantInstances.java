package io.skyholm.compute.action;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * The instances of a tenant that is deleted: each gets the operation that a caller's DELETE begins, and its row is not deleted
 * before its host has shown that the machine is gone. One that is protected waits until an operator takes that from it.
 */
@Singleton
class TenantInstances implements DataHolder {

    private static final OwnedRows LIVING =
            OwnedRows.livingOfTenant("instance").nowOnly("intent <> 'DELETE' and not deletion_protection");

    /** Two ids are enough to begin with. */
    private static final String PROTECTED = """
            select 'an operator to take the deletion protection from ' || count(*) || ', such as '
                || (array_agg(id order by id))[1]
            from instance where tenant_id = $1 and deleted_at is null and deletion_protection having count(*) > 0""";

    private final ActionStarter starter;

    TenantInstances(ActionStarter starter) {
        this.starter = starter;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "instances", "instance");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        InstanceAction delete = InstanceAction.of(OperationKind.DELETE, null);
        return LIVING.each(
                        work, tenant, id -> starter.tryBegin(work, id, delete).map(Optional::isPresent))
                .chain(emptied -> work.value(String.class, PROTECTED, tenant)
                        .map(why -> emptied.waitingFor(
                                why.orElse("their time of undo to pass, and their hosts to show that they are gone"))));
    }
}
