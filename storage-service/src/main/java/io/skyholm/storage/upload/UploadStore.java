package io.skyholm.storage.upload;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.object.StoredPart;
import io.skyholm.storage.version.VersionFollower;
import io.skyholm.storage.version.VersionView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds uploads, and writes how far they have come. A lease of one is real time: a test that moves the calendar cuts nobody off. */
@Startup
@Singleton
class UploadStore implements VersionFollower {

    private static final Select<UploadView> SELECT = Select.of(UploadView.class, "upload");
    private static final String FIND = SELECT.sql() + " where id = $1";

    private static final String INSERT = """
            insert into upload (id, generation, tenant_id, image_id, version_id, status, upload_length, upload_offset, metadata,
                expires_at, created_at, updated_at, created_by, is_import, source_validator)
            values ($1, 1, $2, $3, $4, 'OPEN', $5, 0, $6, calendar_now() + make_interval(secs => $7), calendar_now(),
                calendar_now(), $8, $9, $10)""";

    private static final String OPEN = "select 1 from upload where version_id = $1 and status = 'OPEN'";

    private static final String ROW = """
            select id, generation, version_id, status, upload_length, upload_offset,
                is_import or lease_id is not null and leased_until > now() as is_busy, expires_at <= calendar_now() as is_expired,
                (select count(*)::int from object_part where object_id = id) as parts, attempts
            from upload where id = $1 and version_id = $2 for update""";

    private static final String IMPORT = """
            select id, version_id, upload_length as length, upload_offset as offset_bytes, source_validator as validator,
                lease_id is not null and leased_until > now() as is_busy
            from upload where version_id = $1 and status = 'OPEN' and is_import for update""";

    private static final String TAKE = """
            update upload set lease_id = $2, leased_until = now() + make_interval(secs => $3), attempts = attempts + 1
            where id = $1""";

    private static final String RENEW = """
            update upload set leased_until = now() + make_interval(secs => $3)
            where id = $1 and lease_id = $2 and status = 'OPEN' and expires_at > calendar_now()""";

    private static final String ADVANCE = """
            update upload set upload_offset = $3, leased_until = now() + make_interval(secs => $4), generation = generation + 1,
                expires_at = calendar_now() + make_interval(secs => $5), updated_at = calendar_now()
            where id = $1 and lease_id = $2 and status = 'OPEN'""";

    private static final String RELEASE =
            "update upload set lease_id = null, leased_until = null where id = $1 and lease_id = $2";

    private static final String END = """
            update upload set status = $2, lease_id = null, leased_until = null, generation = generation + 1,
                updated_at = calendar_now(), ended_at = calendar_now()
            where id = $1 and status = any($3)""";

    private static final String EXPIRE = """
            update upload set status = $2, lease_id = null, leased_until = null, generation = generation + 1,
                updated_at = calendar_now(), ended_at = calendar_now()
            where id = $1 and status = any($3) and expires_at <= calendar_now()
                and (lease_id is null or leased_until <= now())""";

    private static final String OF_VERSION = """
            update upload set status = $2, lease_id = null, leased_until = null, generation = generation + 1,
                updated_at = calendar_now(), ended_at = calendar_now()
            where version_id = $1 and status = any($3)""";

    private final Views<UploadView> views;
    private final StoredObjects objects;
    private final StorageSettings settings;

    UploadStore(ViewFactory views, StoredObjects objects, StorageSettings settings) {
        this.views = views.of(SELECT);
        this.objects = objects;
        this.settings = settings;
    }

    Uni<Void> checkNone(Work work, UUID version) {
        return work.none(UploadProblems::open, OPEN, version);
    }

    Uni<UploadView> insert(Work work, VersionView version, NewUpload upload) {
        return work.execute(
                        INSERT,
                        upload.id(),
                        version.tenantId(),
                        version.imageId(),
                        version.id(),
                        upload.length(),
                        upload.metadata(),
                        seconds(settings.uploadExpires()),
                        upload.by(),
                        upload.isImport(),
                        upload.validator())
                .chain(() -> get(work, upload.id()));
    }

    Uni<UploadView> get(Work work, UUID id) {
        return work.one(UploadView.class, FIND, id);
    }

    Uni<Optional<UploadView>> find(Call call, UUID version, UUID id) {
        return views.find(call.caller().scope(), "version_id = $1 and id = $2", version, id);
    }

    Uni<Optional<UploadView>> find(Work work, UUID id) {
        return work.find(UploadView.class, FIND, id);
    }

    Uni<Page<UploadView>> list(Call call, UUID version, ListPart page) {
        return views.page(call.caller().scope(), views.query().where("version_id = ?", version), page);
    }

    Uni<UploadRow> locked(Call call, Work work, UUID version, UUID id) {
        return work.find(UploadRow.class, ROW, id, version)
                .map(found -> found.orElseThrow(UploadProblems::notFound))
                .invoke(row -> call.requireMatch(row.generation()));
    }

    Uni<Optional<ImportedUpload>> lockedImport(Work work, UUID version) {
        return work.find(ImportedUpload.class, IMPORT, version);
    }

    Uni<Void> take(Work work, UploadLease lease) {
        return work.execute(TAKE, lease.uploadId(), lease.id(), seconds(settings.uploadLease()))
                .replaceWithVoid();
    }

    /** Whoever has lost the lease, or let the upload expire, is refused. */
    Uni<Void> renew(Work work, UploadLease lease) {
        return work.execute(RENEW, lease.uploadId(), lease.id(), seconds(settings.uploadLease()))
                .invoke(UploadStore::checkLeased)
                .replaceWithVoid();
    }

    private static void checkLeased(int rows) {
        if (rows == 0) {
            throw UploadProblems.busy();
        }
    }

    /** So much of the part is on the disk; whoever has lost the lease is refused. */
    Uni<Void> advance(Work work, UploadLease lease, long size) {
        return work.execute(
                        ADVANCE,
                        lease.uploadId(),
                        lease.id(),
                        lease.offset() + size,
                        seconds(settings.uploadLease()),
                        seconds(settings.uploadExpires()))
                .invoke(UploadStore::checkLeased)
                .chain(() -> objects.addPart(
                        work, lease.uploadId(), lease.offset(), new StoredPart(lease.partName(), size)));
    }

    Uni<Void> release(Work work, UploadLease lease) {
        return work.execute(RELEASE, lease.uploadId(), lease.id()).replaceWithVoid();
    }

    Uni<Boolean> end(Work work, UUID id, UploadStatus status) {
        return work.execute(END, id, status.name(), status.origins()).map(rows -> rows == 1);
    }

    Uni<Boolean> expire(Work work, UUID id) {
        return work.execute(EXPIRE, id, UploadStatus.EXPIRED.name(), UploadStatus.EXPIRED.origins())
                .map(rows -> rows == 1);
    }

    @Override
    public void takesNoBytes(Work work, UUID version) {
        work.send(OF_VERSION, version, UploadStatus.TERMINATED.name(), UploadStatus.TERMINATED.origins());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** What an upload begins as. */
    record NewUpload(
            UUID id,
            long length,
            @Nullable String metadata,
            @Nullable UUID by,
            boolean isImport,
            @Nullable String validator) {}
}
