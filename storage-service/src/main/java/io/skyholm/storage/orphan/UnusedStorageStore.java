package io.skyholm.storage.orphan;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.group.GroupVisibility;
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

    private static final int MOST_HOURS_OF_MONTH = 31 * 24;

    /**
     * A disk from which an instance boots is in use, attached or not. An attachment counts until it is DETACHED with proof, which is when
     * its row is deleted. Of a version that everybody sees other tenants' disks may be made, which nobody is shown; the same holds for a
     * limited caller and those who are outside of the project. What has no price costs nothing, and shows none.
     */
    private static final String UNUSED = """
            select id, tenant_id, kind, reason, image_id, name, size_gb, unused_since, deletable_at, hourly_cost, monthly_cost, currency, created_at
            from (
              select found.*, price.currency, money_text(round(price.hourly_rate * found.size_gb / price.size_gb, 6)) as hourly_cost,
                money_text(round(case when price.monthly_rate is not null then least(price.monthly_rate, price.hourly_rate * %d) end * found.size_gb / price.size_gb, 6)) as monthly_cost
              from (
                select disk.id, disk.tenant_id, 'DISK' as kind, disk.disk_type, 'NOT_ATTACHED' as reason, null::uuid as image_id,
                    disk.name, disk.size_gb,
                    disk.created_at, coalesce(
                        (select max(past.deleted_at) from disk_attachment past where past.disk_id = disk.id),
                        disk.created_at) as unused_since, disk.deletable_at,
                    'PRIVATE' as visibility, null::uuid as user_group_id, null::uuid as owner_id
                from disk
                where disk.deleted_at is null and disk.status in ('AVAILABLE', 'ERROR') and disk.boot_instance_id is null
                    and not exists (select from disk_attachment used where used.disk_id = disk.id and used.deleted_at is null)
                union all
                select taken.id, taken.tenant_id, 'SNAPSHOT', null, 'SCHEDULE_GONE', null, taken.name, taken.size_gb,
                    taken.created_at, coalesce(
                        (select ended.deleted_at from snapshot_schedule ended where ended.id = taken.schedule_id),
                        taken.created_at), null, 'PRIVATE', null, null
                from disk_snapshot taken
                where taken.deleted_at is null and taken.status in ('AVAILABLE', 'ERROR') and taken.schedule_id is not null
                    and not exists (
                        select from snapshot_schedule keeper
                        where keeper.id = taken.schedule_id and keeper.deleted_at is null)
                union all
                select kept.id, kept.tenant_id, 'BACKUP', null, 'DISK_GONE', null, kept.name, kept.stored_gb,
                    kept.created_at, coalesce(
                        (select gone.deleted_at from disk gone where gone.id = kept.disk_id), kept.created_at), null, 'PRIVATE', null,
                    null
                from backup kept
                where kept.deleted_at is null and kept.status in ('AVAILABLE', 'ERROR')
                    and not exists (select from disk origin where origin.id = kept.disk_id and origin.deleted_at is null)
                union all
                select version.id, version.tenant_id, 'IMAGE_VERSION', null, 'NOTHING_MADE_OF_IT', image.id,
                    image.name || ' ' || version.version_number,
                    ceil(coalesce(version.size_bytes, 0) / 1073741824.0)::integer, version.created_at, coalesce(
                        (select max(past.deleted_at) from disk past
                            where past.image_version_id = version.id and past.deleted_at is not null),
                        version.created_at), version.deletable_at, image.visibility, image.user_group_id, image.owner_id
                from image_version version join image on image.id = version.image_id
                where version.deleted_at is null and version.status = 'AVAILABLE' and version.tenant_id is not null
                    and image.visibility <> 'PUBLIC' and not is_limited()
                    and not exists (
                        select from disk made where made.image_version_id = version.id and made.deleted_at is null)
                    and not exists (
                        select from known_instance booting
                        where booting.image_version_id = version.id and booting.boot_disk_wanted
                            and booting.status <> 'DELETED')
              ) found left join lateral (
                select hourly_rate, monthly_rate, known.size_gb, known.currency from known_price known
                where not is_retired and known.disk_type is not distinct from found.disk_type
                    and known.kind = case found.kind when 'IMAGE_VERSION' then 'IMAGE' else found.kind end
                order by known.id desc limit 1) price on true
            ) unused""".formatted(MOST_HOURS_OF_MONTH);

    private static final GroupVisibility SEEN = new GroupVisibility(ResourceType.IMAGE);

    private static final Permission READ_IMAGES = new Permission(ResourceType.IMAGE, Action.READ);

    private static final RowType<UnusedStorageView> ROW = RowType.of(UnusedStorageView.class);

    private final TenantRead read;

    UnusedStorageStore(TenantRead read) {
        this.read = read;
    }

    Uni<Page<UnusedStorageView>> list(Call call, UnusedStorageFilter filter, ListPart page) {
        return read.list(
                        call.caller().scope(),
                        seenBy(call.caller()).matching(filter).page(page),
                        ROW)
                .map(found -> Page.of(found, page, UnusedStorageView::id));
    }

    private static ListQuery seenBy(Caller caller) {
        ListQuery unused = ListQuery.of(UNUSED).inScope(caller.scope());
        return caller.may(READ_IMAGES) ? SEEN.seenBy(caller, unused) : unused.always("kind <> 'IMAGE_VERSION'");
    }
}
