package io.skyholm.storage.dependent;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.storage.disk.Disks;
import io.skyholm.storage.image.Images;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Finds what depends on something. Each of the rooms that keep something from being deleted refuses by itself when it comes to that; this says it before,
 * and of all at once. Whoever sees the disk or the image sees its dependents of their own tenant: which others use a public image nobody is told.
 */
@Singleton
class Dependents {

    private static final String OF_DISKS = """
            select id, kind, name, size_gb, effect, created_at from (
                select id, disk_id as of, 'SNAPSHOT' as kind, name, size_gb, 'KEEPS' as effect, created_at
                from disk_snapshot where deleted_at is null
                union all
                select id, disk_id, 'ATTACHMENT', mount_path, null, 'KEEPS', created_at
                from disk_attachment where deleted_at is null
                union all
                select boot_instance_id, id, 'INSTANCE', null, null, 'KEEPS', created_at
                from disk where deleted_at is null and boot_instance_id is not null
                union all
                select id, disk_id, 'SNAPSHOT_SCHEDULE', name, null, 'GOES_ALONG', created_at
                from snapshot_schedule where deleted_at is null
                union all
                select id, disk_id, 'BACKUP', name, size_gb, 'STAYS', created_at
                from backup where deleted_at is null
            ) dependent""";

    /** An instance has its own boot disk, and a disk that was made of a version has its own bytes: either shares them with the version at most. */
    private static final String OF_IMAGES = """
            select id, kind, name, size_gb, effect, created_at from (
                select version.id, version.image_id as of, 'IMAGE_VERSION' as kind,
                    version.version_number as name, version.size_gb, 'KEEPS' as effect, version.created_at
                from image_version version where version.deleted_at is null and version.deletable_at is null
                union all
                select tag.id, tag.image_id, 'IMAGE_TAG', tag.tag_name, null, 'KEEPS', tag.created_at
                from image_tag tag where tag.deleted_at is null
                union all
                select coalesce(disk.boot_instance_id, disk.id), version.image_id,
                    case when disk.boot_instance_id is null then 'DISK' else 'INSTANCE' end,
                    case when disk.boot_instance_id is null then disk.name end, disk.size_gb, 'STAYS', disk.created_at
                from disk join image_version version on version.id = disk.image_version_id
                where disk.deleted_at is null
            ) dependent""";

    private static final Permission READ_DISKS = new Permission(ResourceType.STORAGE, Action.READ);

    private static final RowType<DependentView> ROW = RowType.of(DependentView.class);

    private final TenantRead read;
    private final Disks disks;
    private final Images images;

    Dependents(TenantRead read, Disks disks, Images images) {
        this.read = read;
        this.disks = disks;
        this.images = images;
    }

    Uni<Page<DependentView>> ofDisk(Call call, UUID disk, DependentFilter filter, ListPart page) {
        return disks.get(call, disk).chain(() -> list(call, OF_DISKS, disk, filter, page));
    }

    Uni<Page<DependentView>> ofImage(Call call, UUID image, DependentFilter filter, ListPart page) {
        return images.get(call, image).chain(() -> list(call, OF_IMAGES, image, filter, page));
    }

    private Uni<Page<DependentView>> list(Call call, String select, UUID of, DependentFilter filter, ListPart page) {
        ListQuery dependents = ListQuery.of(select).where("of = ?", of).matching(filter);
        return read.list(
                        call.caller().scope(),
                        (call.caller().may(READ_DISKS) ? dependents : dependents.always("kind <> 'DISK'")).page(page),
                        ROW)
                .map(found -> Page.of(found, page, DependentView::id));
    }
}
