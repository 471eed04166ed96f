package io.skyholm.storage.object;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.DeletionStage;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Gib;
import io.skyholm.storage.StorageSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of the object store belongs to whom. It counts in its tenant's quota from its announcement until its bytes are proved gone. */
@ApplicationScoped
public class StoredObjects {

    private static final int PORTION = 50;

    private static final String ANNOUNCE = """
            insert into stored_object (id, tenant_id, size_bytes, status, is_backup, file_server_id, created_at, updated_at)
            values ($1, $2, $3, 'RECEIVING', $4, $5, calendar_now(), calendar_now())""";
    private static final String MOVE = """
            update stored_object set status = $2, updated_at = calendar_now()
            where id = $1 and status = any($3)""";
    private static final String RESIZE = "update stored_object set size_bytes = $2 where id = $1";
    private static final String SIZES =
            "select id, size_bytes from stored_object where id = any($1::uuid[]) order by array_position($1::uuid[], id)";
    private static final String GIVE =
            "update stored_object set tenant_id = $2, updated_at = calendar_now() where id = $1";
    private static final String ADD_PART = """
            insert into object_part (object_id, part_offset, size_bytes, name) values ($1, $2, $3, $4)
            on conflict (object_id, part_offset) do update set size_bytes = excluded.size_bytes""";
    private static final String PLACE = "select file_server_id from stored_object where id = $1";
    private static final String THERE = "select 1 from stored_object where id = $1";
    private static final String PARTS =
            "select name, size_bytes from object_part where object_id = $1 order by part_offset";
    private static final String FORGET_PARTS = "delete from object_part where object_id = $1";
    private static final String OF_TENANT =
            "select id from stored_object where tenant_id = $1 and status <> 'REMOVING' limit " + PORTION;
    private static final String LEFT = "select count(*) from stored_object where tenant_id = $1";

    private final RowQuotas quotas;
    private final ReconcileQueue queue;
    private final String fileServerId;

    StoredObjects(RowQuotas quotas, ReconcileQueue queue, StorageSettings settings) {
        this.quotas = quotas;
        this.queue = queue;
        this.fileServerId = settings.store();
    }

    /** The store that takes what is announced now. */
    public String fileServerId() {
        return fileServerId;
    }

    /** Where the bytes of an object are is asked across all tenants: whoever may read them was asked before. */
    @Produces
    @Singleton
    static ObjectPlaces places(TenantRead read) {
        return object ->
                read.one(TenantScope.PLATFORM, Statement.of(PLACE, object), row -> row.getString("file_server_id"));
    }

    /** Makes room for so many bytes, if the tenant's quota has it. */
    public Uni<Void> announce(Work work, UUID id, @Nullable UUID tenant, long sizeBytes) {
        return quotas.claim(work, tenant, CountedKind.IMAGE_GB, Gib.of(sizeBytes))
                .chain(() -> work.execute(ANNOUNCE, id, tenant, sizeBytes, false, fileServerId))
                .replaceWithVoid();
    }

    /** Expects the bytes of a backup, which count where the backup does. */
    public Uni<Void> announceBackup(Work work, UUID id, UUID tenant, long sizeBytes) {
        return work.execute(ANNOUNCE, id, tenant, sizeBytes, true, fileServerId).replaceWithVoid();
    }

    /** Whether anything of it may be left. */
    public Uni<Boolean> isThere(Work work, UUID id) {
        return work.exists(THERE, id);
    }

    /** So much of a part counts; more of the same part may follow. */
    public Uni<Void> addPart(Work work, UUID id, long offset, StoredPart part) {
        return work.execute(ADD_PART, id, offset, part.sizeBytes(), part.name()).replaceWithVoid();
    }

    /** Its parts in their order, until it is stored. */
    public Uni<List<StoredPart>> parts(Work work, UUID id) {
        return work.list(StoredPart.class, PARTS, id);
    }

    /** Its bytes are whole, and what was announced; of which parts they were made matters no more. */
    public void stored(Work work, UUID id) {
        move(work, id, ObjectStatus.STORED);
        work.send(FORGET_PARTS, id);
    }

    /** The same of a backup, of which only now is known how many they are. */
    public void stored(Work work, UUID id, long sizeBytes) {
        work.send(RESIZE, id, sizeBytes);
        stored(work, id);
    }

    /** An object, and how many bytes it has. */
    public record Sized(UUID id, long sizeBytes) {}

    /** Those of them that there are, in the same order. */
    public Uni<List<Sized>> sized(Work work, List<UUID> ids) {
        return work.list(Sized.class, SIZES, (Object) ids.toArray(UUID[]::new));
    }

    /** It counts in the quota of that tenant from now on. */
    public void give(Work work, UUID id, UUID tenant) {
        work.send(GIVE, id, tenant);
    }

    /** Has its bytes removed once this transaction has committed. */
    public void remove(Work work, UUID id) {
        move(work, id, ObjectStatus.REMOVING);
        queue.wake(work, ObjectReconciler.KIND, id);
    }

    private static void move(Work work, UUID id, ObjectStatus next) {
        work.send(MOVE, id, next.name(), next.origins());
    }

    /** Bytes of a deleted tenant: that their rows have gone is the proof. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return DataHolder.of(
                Holding.ofTenant(DeletionStage.OUTER, "contents of images and backups", "stored_object"),
                (work, tenant) -> work.values(UUID.class, OF_TENANT, tenant)
                        .invoke(ids -> ids.forEach(id -> remove(work, id)))
                        .chain(ids -> work.value(Long.class, LEFT, tenant)
                                .map(left -> HoldingProgress.of(left.orElse(0L), ids.size())
                                        .waitingFor("their bytes to be removed"))));
    }
}
