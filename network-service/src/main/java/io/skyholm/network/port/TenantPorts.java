package io.skyholm.network.port;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The ports of a tenant that is deleted: they go with their instances, once their hosts have shown that they are gone. */
@Singleton
class TenantPorts implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("port");

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "ports", "port");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return LIVING.left(work, tenant).map(left -> HoldingProgress.of(left, 0)
                .waitingFor("their instances to be deleted, and their hosts to show it"));
    }
}
