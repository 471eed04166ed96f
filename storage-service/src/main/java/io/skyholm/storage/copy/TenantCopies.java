package io.skyholm.storage.copy;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Nothing of a deleted tenant is copied any more: its hosts show that they write nothing before its bytes are removed. */
@Singleton
class TenantCopies implements DataHolder {

    private static final String REASON = "The tenant is being deleted";
    private static final OwnedRows HELD =
            OwnedRows.livingOfTenant("version_copy").nowOnly("not is_given_up");

    private final CopyLifecycle life;

    TenantCopies(CopyLifecycle life) {
        this.life = life;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "copies of snapshots", "version_copy");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return HELD.each(work, tenant, id -> giveUp(work, id))
                .map(emptied -> emptied.waitingFor("their hosts to end them"));
    }

    private Uni<Boolean> giveUp(Work work, UUID id) {
        return life.locked(work, id).chain(found -> found.filter(copy -> !copy.isGivenUp)
                .map(copy -> life.end(work, copy, REASON).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
