package io.skyholm.storage.object;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.DeletionStage;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of the object store belongs to whom. It counts in its tenant's quota from its announcement until its bytes are proved gone. */
@ApplicationScoped
public class StoredObjects {

    /** A GiB that has begun counts. */
    public static final String GIB = "(size_bytes + 1073741823) / 1073741824";

    private static final long BYTES_OF_GIB = 1L << 30;

    private static final String ANNOUNCE = """
            insert into stored_object (id, tenant_id, size_bytes, status, created_at, updated_at)
            values ($1, $2, $3, 'RECEIVING', calendar_now(), calendar_now())""";
    private static final String STORED = """
            update stored_object set status = 'STORED', updated_at = calendar_now()
            where id = $1 and status = 'RECEIVING'""";
    private static final String REMOVE = """
            update stored_object set status = 'REMOVING', updated_at = calendar_now()
            where id = $1 and status <> 'REMOVING'""";
    private static final String OF_TENANT =
            "select id from stored_object where tenant_id = $1 and status <> 'REMOVING' limit 50";
    private static final String LEFT = "select count(*) from stored_object where tenant_id = $1";

    private final RowQuotas quotas;
    private final ReconcileQueue queue;

    StoredObjects(RowQuotas quotas, ReconcileQueue queue) {
        this.quotas = quotas;
        this.queue = queue;
    }

    /** Makes room for so many bytes, if the tenant's quota has it. */
    public Uni<Void> announce(Work work, UUID id, @Nullable UUID tenant, long sizeBytes) {
        long gib = (sizeBytes + BYTES_OF_GIB - 1) / BYTES_OF_GIB;
        return quotas.claim(work, tenant, CountedKind.IMAGE_GB, gib)
                .chain(() -> work.execute(ANNOUNCE, id, tenant, sizeBytes))
                .replaceWithVoid();
    }

    /** Its bytes are whole, and what was announced. */
    public void stored(Work work, UUID id) {
        work.send(STORED, id);
    }

    /** Has its bytes removed once this transaction has committed. */
    public void remove(Work work, UUID id) {
        work.send(REMOVE, id);
        queue.wake(work, ObjectReconciler.KIND, id);
    }

    /** Bytes of a deleted tenant: that their rows have gone is the proof. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return DataHolder.of(
                Holding.ofTenant(DeletionStage.OUTER, "contents of images", "stored_object"),
                (work, tenant) -> work.values(UUID.class, OF_TENANT, tenant)
                        .invoke(ids -> ids.forEach(id -> remove(work, id)))
                        .chain(ids -> work.value(Long.class, LEFT, tenant)
                                .map(left -> Emptied.of(left.orElse(0L), ids.size())
                                        .waitingFor("their bytes to be removed"))));
    }
}
