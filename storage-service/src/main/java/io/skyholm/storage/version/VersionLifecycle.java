package io.skyholm.storage.version;

import io.quarkus.runtime.Startup;
import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.events.storage.ImageVersionStatus;
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
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The way of a version's bytes, for the rooms that bring and verify them. What is only fetched or read has classes of its own. */
@Startup
@ApplicationScoped
public class VersionLifecycle {

    /** Under which the reconciler that verifies is woken; its room stands above. */
    public static final String VERIFYING = "image-version";

    private static final String PROGRESS = "update image_version set received_bytes = $2 where id = $1";

    private final Images images;
    private final VersionStore store;
    private final CurrentVersions current;
    private final StoredObjects objects;
    private final ReconcileQueue queue;
    private final StorageSettings settings;
    private final Views<VersionBytes> bytes;

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
    }

    /** One that the caller may change, which stays as it is until the transaction ends; of an image that takes new things. */
    public Uni<VersionView> lockedForChange(Call call, Work work, UUID image, UUID id) {
        return images.heldUsable(call, work, image)
                .chain(() -> store.required(work, image, id))
                .map(store.all()::view);
    }

    /** As {@link #lockedForChange}, of one whose bytes nobody fetches. */
    public Uni<VersionView> lockedForUpload(Call call, Work work, UUID image, UUID id) {
        return lockedForChange(call, work, image, id).invoke(version -> {
            if (version.importUntil() != null) {
                throw VersionProblems.isImporting();
            }
            if (version.status() == ImageVersionStatus.PENDING && version.sourceSnapshotId() != null) {
                throw VersionProblems.isCopying();
            }
        });
    }

    /** Keeps everybody else from changing it until the transaction ends; to be called before an upload of it is. */
    public Uni<Void> lock(Work work, UUID id) {
        return store.locked(work, id).replaceWithVoid();
    }

    Uni<Void> fail(Work work, ImageVersion version, String reason) {
        if (version.objectId != null) {
            objects.remove(work, version.objectId);
        }
        version.failed(reason);
        return store.save(work, ImageVersionEvents.FAILED, version).replaceWithVoid();
    }

    /** So many bytes have come; only who asks is told. */
    public void progressed(Work work, UUID id, long receivedBytes) {
        work.send(PROGRESS, id, receivedBytes);
    }

    /** So many bytes will come, under that name in the store. */
    public Uni<Void> announceBytes(Work work, UUID image, UUID id, UUID object, long sizeBytes) {
        return store.required(work, image, id)
                .invoke(version -> version.expects(object, sizeBytes))
                .invoke(version -> version.fileServerId = objects.fileServerId())
                .call(version -> objects.announce(work, object, version.tenantId, sizeBytes))
                .chain(version -> store.save(work, ImageVersionEvents.CHANGED, version))
                .replaceWithVoid();
    }

    /** The bytes will not come after all; what has come of them is removed. */
    public Uni<Void> withdrawBytes(Work work, UUID id, UUID object) {
        objects.remove(work, object);
        return store.ofBytes(work, id, object, (live, version) -> {
            version.expectsNothing();
            return store.save(live, ImageVersionEvents.CHANGED, version).replaceWithVoid();
        });
    }

    /** All bytes have come. */
    public Uni<Void> received(Work work, UUID id, UUID object) {
        return store.ofBytes(work, id, object, (live, version) -> {
            version.received(live.now().plus(settings.verificationTimeout()));
            queue.wake(live, VERIFYING, id);
            return store.save(live, ImageVersionEvents.RECEIVED, version).replaceWithVoid();
        });
    }

    /** The bytes are what was said of them; the version may become the latest, and the default if there is none. */
    public Uni<Void> verified(Work work, VersionBytes of, Verified found) {
        return images.held(work, of.imageId())
                .chain(() -> store.ofBytes(work, of.id(), of.objectId(), (live, version) -> {
                    version.verified(found);
                    objects.stored(live, of.objectId());
                    return store.save(live, ImageVersionEvents.VERIFIED, version)
                            .chain(() -> current.updateMarks(live, of.imageId(), null));
                }));
    }

    /** The bytes are not what was said of them, and are removed. */
    public Uni<Void> failed(Work work, VersionBytes of, String reason) {
        return store.ofBytes(work, of.id(), of.objectId(), (live, version) -> fail(live, version, reason));
    }

    /** What is to be verified, if it still is. */
    public Uni<Optional<VersionBytes>> verifying(UUID id) {
        return bytes.find(TenantScope.PLATFORM, "id = $1 and status = 'VERIFYING'", id);
    }
}
