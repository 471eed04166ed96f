package io.skyholm.storage.version;

import io.quarkus.runtime.Startup;
import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.image.Images;
import io.skyholm.storage.object.StoredObjects;
import io.skyholm.storage.source.SourceUrl;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** The way of a version's bytes, for the rooms that bring and verify them. */
@Startup
@ApplicationScoped
public class VersionLifecycle {

    /** Under which the reconciler that verifies is woken; its room stands above. */
    public static final String VERIFYING = "image-version";

    /** Under which the reconciler that fetches bytes is woken; its room stands above. */
    public static final String IMPORTING = "image-import";

    private static final String PROGRESS = "update image_version set received_bytes = $2 where id = $1";
    private static final String AVAILABLE =
            Select.of(VersionBytes.class, "image_version").sql() + " where id = $1 and status = 'AVAILABLE'";

    private final Images images;
    private final VersionStore store;
    private final CurrentVersions current;
    private final StoredObjects objects;
    private final ReconcileQueue queue;
    private final StorageSettings settings;
    private final Views<VersionBytes> bytes;
    private final Views<ImportSource> sources;

    VersionLifecycle(
            Images images,
            VersionStore store,
            CurrentVersions current,
            StoredObjects objects,
            ReconcileQueue queue,
            StorageSettings settings,
            ViewFactory views) {
        this.images = images;
        this.store = store;
        this.current = current;
        this.objects = objects;
        this.queue = queue;
        this.settings = settings;
        this.bytes = views.of(Select.of(VersionBytes.class, "image_version"));
        this.sources = views.of(Select.of(ImportSource.class, "image_version"));
    }

    /** One that the caller may change, which stays as it is until the transaction ends; of an image that takes new things. */
    public Uni<VersionView> held(Call call, Work work, UUID image, UUID id) {
        return images.heldUsable(call, work, image)
                .chain(() -> store.required(work, image, id))
                .map(store.all()::view);
    }

    /** As {@link #held}, of one whose bytes nobody fetches. */
    public Uni<VersionView> heldForUpload(Call call, Work work, UUID image, UUID id) {
        return held(call, work, image, id).invoke(version -> {
            if (version.importUntil() != null) {
                throw VersionProblems.isImporting();
            }
        });
    }

    /** One that somebody may see; fails with a problem where they may not. */
    public Uni<VersionView> get(Call call, UUID image, UUID id) {
        return images.get(call, image).chain(() -> store.find(call, image, id));
    }

    /** The bytes of one that is given out. */
    public Uni<VersionBytes> usable(Call call, UUID image, UUID id) {
        return images.getUsable(call, image)
                .chain(() -> store.find(call, image, id))
                .chain(() -> bytes.find(call.caller().scope(), "id = $1 and status = 'AVAILABLE'", id))
                .map(found -> found.orElseThrow(VersionProblems::notAvailable));
    }

    /** The same for the platform's own work; empty where it is none any more. */
    public Uni<Optional<VersionBytes>> available(Work work, UUID id) {
        return work.find(VersionBytes.class, AVAILABLE, id);
    }

    /** Keeps everybody else from changing it until the transaction ends; to be called before an upload of it is. */
    public Uni<Void> alone(Work work, UUID id) {
        return store.locked(work, id).replaceWithVoid();
    }

    /** Has the bytes of a new one fetched from there. */
    void beginImport(Work work, ImageVersion version, SourceUrl source) {
        version.importFrom(source, work.now().plus(settings.importing()));
        queue.wake(work, IMPORTING, version.id);
    }

    /** What is to be fetched, if it still is. */
    public Uni<Optional<ImportSource>> importing(UUID id) {
        return sources.find(TenantScope.PLATFORM, "id = $1 and status = 'PENDING' and import_until is not null", id);
    }

    /** One whose bytes are being fetched, which stays as it is until the transaction ends; fails if they are no more. */
    public Uni<VersionView> heldImporting(Work work, UUID id) {
        return store.locked(work, id)
                .map(found -> found.filter(ImageVersion::isImporting).orElseThrow(VersionProblems::importEnded))
                .map(store.all()::view);
    }

    /** The source has nothing that could be taken. */
    public Uni<Void> importFailed(Work work, UUID id, String reason) {
        return store.locked(work, id).chain(found -> found.filter(ImageVersion::isImporting)
                .map(version -> fail(work, version, reason))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> fail(Work work, ImageVersion version, String reason) {
        if (version.objectId != null) {
            objects.remove(work, version.objectId);
        }
        version.failed(reason);
        return store.save(work, ImageVersionEvents.FAILED, version).replaceWithVoid();
    }

    /** What was fetched is not what the source has now, and goes; it is fetched anew. */
    public Uni<Void> restarted(Work work, UUID id, UUID object) {
        objects.remove(work, object);
        return changed(work, id, object, (live, version) -> {
            version.restarted();
            return store.save(live, ImageVersionEvents.CHANGED, version).replaceWithVoid();
        });
    }

    /** So many have come; only who asks is told. */
    public void progressed(Work work, UUID id, long receivedBytes) {
        work.send(PROGRESS, id, receivedBytes);
    }

    /** So many bytes will come, under that name in the store. */
    public Uni<Void> expects(Work work, UUID image, UUID id, UUID object, long sizeBytes) {
        return store.required(work, image, id)
                .invoke(version -> version.expects(object, sizeBytes))
                .call(version -> objects.announce(work, object, version.tenantId, sizeBytes))
                .chain(version -> store.save(work, ImageVersionEvents.CHANGED, version))
                .replaceWithVoid();
    }

    /** They will not come after all; what has come is removed. */
    public Uni<Void> expectsNothing(Work work, UUID id, UUID object) {
        objects.remove(work, object);
        return changed(work, id, object, (live, version) -> {
            version.expectsNothing();
            return store.save(live, ImageVersionEvents.CHANGED, version).replaceWithVoid();
        });
    }

    /** All have come. */
    public Uni<Void> received(Work work, UUID id, UUID object) {
        return changed(work, id, object, (live, version) -> {
            version.received(live.now().plus(settings.verification()));
            queue.wake(live, VERIFYING, id);
            return store.save(live, ImageVersionEvents.RECEIVED, version).replaceWithVoid();
        });
    }

    /** They are what was said of them; the version may become the latest, and the default if there is none. */
    public Uni<Void> verified(Work work, VersionBytes of, Verified found) {
        return images.held(work, of.imageId())
                .chain(() -> changed(work, of.id(), of.objectId(), (live, version) -> {
                    version.verified(found);
                    objects.stored(live, of.objectId());
                    return store.save(live, ImageVersionEvents.VERIFIED, version)
                            .chain(() -> current.settle(live, of.imageId(), null));
                }));
    }

    /** They are not, and are removed. */
    public Uni<Void> failed(Work work, VersionBytes of, String reason) {
        return changed(work, of.id(), of.objectId(), (live, version) -> fail(live, version, reason));
    }

    /** What is to be verified, if it still is. */
    public Uni<Optional<VersionBytes>> verifying(UUID id) {
        return bytes.find(TenantScope.PLATFORM, "id = $1 and status = 'VERIFYING'", id);
    }

    /** One whose bytes are others by now, or that is deleted, stays as it is. */
    private Uni<Void> changed(Work work, UUID id, UUID object, BiFunction<Work, ImageVersion, Uni<Void>> change) {
        return store.locked(work, id).chain(found -> found.filter(version -> object.equals(version.objectId))
                .map(version -> change.apply(work, version))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
