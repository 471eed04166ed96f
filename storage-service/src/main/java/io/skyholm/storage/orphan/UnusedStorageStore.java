package io.skyholm.storage.orphan;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.TenantRead;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Finds what nobody uses. What is still being made or removed is left out: somebody is at it. What waits to be removed is shown with its
 * time: it takes its room until then.
 */
@Singleton
class UnusedStorageStore {

    /**
     * A disk from which an instance boots is in use, attached or not. An attachment counts until it is DETACHED with proof, which is when
     * its row is deleted.
     */
    private static final String UNUSED = """
            select id, tenant_id, kind, reason, name, size_gb, unused_since, deletable_at, created_at from (
                select disk.id, disk.tenant_id, 'DISK' as kind, 'NOT_ATTACHED' as reason, disk.name, disk.size_gb,
                    disk.created_at, coalesce(
                        (select max(past.deleted_at) from disk_attachment past where past.disk_id = disk.id),
                        disk.created_at) as unused_since, disk.deletable_at
                from disk
                where disk.deleted_at is null and disk.status in ('AVAILABLE', 'ERROR') and disk.boot_instance_id is null
                    and not exists (select from disk_attachment used where used.disk_id = disk.id and used.deleted_at is null)
                union all
                select taken.id, taken.tenant_id, 'SNAPSHOT', 'SCHEDULE_GONE', taken.name, taken.size_gb,
                    taken.created_at, coalesce(
                        (select ended.deleted_at from snapshot_schedule ended where ended.id = taken.schedule_id),
                        taken.created_at), null
                from disk_snapshot taken
                where taken.deleted_at is null and taken.status in ('AVAILABLE', 'ERROR') and taken.schedule_id is not null
                    and not exists (
                        select from snapshot_schedule keeper
                        where keeper.id = taken.schedule_id and keeper.deleted_at is null)
                union all
                select kept.id, kept.tenant_id, 'BACKUP', 'DISK_GONE', kept.name, kept.size_gb,
                    kept.created_at, coalesce(
                        (select gone.deleted_at from disk gone where gone.id = kept.disk_id), kept.created_at), null
                from backup kept
                where kept.deleted_at is null and kept.status in ('AVAILABLE', 'ERROR')
                    and not exists (select from disk origin where origin.id = kept.disk_id and origin.deleted_at is null)
            ) unused""";

    private static final RowType<UnusedStorageView> ROW = RowType.of(UnusedStorageView.class);

    private final TenantRead read;

    UnusedStorageStore(TenantRead read) {
        this.read = read;
    }

    Uni<Page<UnusedStorageView>> list(Call call, UnusedStorageFilter filter, ListPart page) {
        return read.list(
                        call.caller().scope(),
                        ListQuery.of(UNUSED)
                                .inScope(call.caller().scope())
                                .matching(filter)
                                .page(page),
                        ROW)
                .map(found -> Page.of(found, page, UnusedStorageView::id));
    }
}
