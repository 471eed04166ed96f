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
import io.skyholm.storage.object.StoredPart;
import io.skyholm.storage.version.VersionFollower;
import io.skyholm.storage.version.VersionView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds uploads, and writes how far they have come. Who holds one is real time: a test that moves the calendar cuts nobody off. */
@Startup
@Singleton
public class UploadStore implements VersionFollower {

    private static final Select<UploadView> SELECT = Select.of(UploadView.class, "upload");
    private static final String FIND = SELECT.sql() + " where id = $1";

    private static final String INSERT = """
            insert into upload (id, generation, tenant_id, image_id, version_id, status, upload_length, upload_offset, metadata,
                expires_at, created_at, updated_at, created_by)
            values ($1, 1, $2, $3, $4, 'OPEN', $5, 0, $6, calendar_now() + make_interval(secs => $7), calendar_now(),
                calendar_now(), $8)""";

    private static final String OPEN = "select 1 from upload where version_id = $1 and status = 'OPEN'";

    private static final String ROW = """
            select id, generation, version_id, status, upload_length, upload_offset,
                holder is not null and held_until > now() as is_busy, expires_at <= calendar_now() as is_expired,
                (select count(*)::int from upload_part where upload_id = id) as parts
            from upload where id = $1 and version_id = $2 for update""";

    private static final String HOLD =
            "update upload set holder = $2, held_until = now() + make_interval(secs => $3) where id = $1";

    private static final String ADVANCE = """
            update upload set upload_offset = $3, held_until = now() + make_interval(secs => $4), generation = generation + 1,
                expires_at = calendar_now() + make_interval(secs => $5), updated_at = calendar_now()
            where id = $1 and holder = $2 and status = 'OPEN'""";

    private static final String PART = """
            insert into upload_part (upload_id, part_offset, size_bytes, name) values ($1, $2, $3, $4)
            on conflict (upload_id, part_offset) do update set size_bytes = excluded.size_bytes""";

    private static final String RELEASE =
            "update upload set holder = null, held_until = null where id = $1 and holder = $2";

    private static final String END = """
            update upload set status = $2, holder = null, held_until = null, generation = generation + 1,
                updated_at = calendar_now(), ended_at = calendar_now()
            where id = $1 and status = 'OPEN'""";

    private static final String EXPIRE = """
            update upload set status = 'EXPIRED', holder = null, held_until = null, generation = generation + 1,
                updated_at = calendar_now(), ended_at = calendar_now()
            where id = $1 and status = 'OPEN' and expires_at <= calendar_now()
                and (holder is null or held_until <= now())""";

    private static final String OF_VERSION = """
            update upload set status = 'TERMINATED', holder = null, held_until = null, generation = generation + 1,
                updated_at = calendar_now(), ended_at = calendar_now()
            where version_id = $1 and status = 'OPEN'""";

    private static final String PARTS =
            "select name, size_bytes from upload_part where upload_id = $1 order by part_offset";

    private final Views<UploadView> views;
    private final StorageSettings settings;

    UploadStore(ViewFactory views, StorageSettings settings) {
        this.views = views.of(SELECT);
        this.settings = settings;
    }

    Uni<Void> checkNone(Work work, UUID version) {
        return work.none(UploadProblems::open, OPEN, version);
    }

    Uni<UploadView> insert(Call call, Work work, VersionView version, NewUpload upload) {
        UUID by = call.caller().id();
        return work.execute(
                        INSERT,
                        upload.id(),
                        version.tenantId(),
                        version.imageId(),
                        version.id(),
                        upload.length(),
                        upload.metadata(),
                        seconds(settings.uploadExpires()),
                        by)
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

    Uni<Void> hold(Work work, Hold hold) {
        return work.execute(HOLD, hold.uploadId(), hold.holder(), seconds(settings.hold()))
                .replaceWithVoid();
    }

    /** So much of the piece is on the disk; whoever has lost the hold is refused. */
    Uni<Void> advance(Work work, Hold hold, long size) {
        return work.execute(
                        ADVANCE,
                        hold.uploadId(),
                        hold.holder(),
                        hold.offset() + size,
                        seconds(settings.hold()),
                        seconds(settings.uploadExpires()))
                .invoke(rows -> {
                    if (rows == 0) {
                        throw UploadProblems.busy();
                    }
                })
                .chain(() -> work.execute(PART, hold.uploadId(), hold.offset(), size, hold.part()))
                .replaceWithVoid();
    }

    Uni<Void> release(Work work, Hold hold) {
        return work.execute(RELEASE, hold.uploadId(), hold.holder()).replaceWithVoid();
    }

    Uni<Boolean> end(Work work, UUID id, UploadStatus status) {
        return work.execute(END, id, status.name()).map(rows -> rows == 1);
    }

    Uni<Boolean> expire(Work work, UUID id) {
        return work.execute(EXPIRE, id).map(rows -> rows == 1);
    }

    /** The pieces of an upload, in their order. */
    public Uni<List<StoredPart>> parts(Work work, UUID upload) {
        return work.list(StoredPart.class, PARTS, upload);
    }

    @Override
    public void versionDeleted(Work work, UUID version) {
        work.send(OF_VERSION, version);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** What an upload begins as. */
    record NewUpload(UUID id, long length, @Nullable String metadata) {}
}
