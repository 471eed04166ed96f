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
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** The way of a version's bytes, for the rooms that bring and verify them. */
@Startup
@ApplicationScoped
public class VersionLife {

    /** Under which the reconciler that verifies is woken; its room stands above. */
    public static final String VERIFYING = "image-version";

    private static final String AVAILABLE =
            Select.of(VersionBytes.class, "image_version").sql() + " where id = $1 and status = 'AVAILABLE'";

    private final Images images;
    private final VersionStore store;
    private final Standing standing;
    private final StoredObjects objects;
    private final ReconcileQueue queue;
    private final StorageSettings settings;
    private final Views<VersionBytes> bytes;

    VersionLife(
            Images images,
            VersionStore store,
            Standing standing,
            StoredObjects objects,
            ReconcileQueue queue,
            StorageSettings settings,
            ViewFactory views) {
        this.images = images;
        this.store = store;
        this.standing = standing;
        this.objects = objects;
        this.queue = queue;
        this.settings = settings;
        this.bytes = views.of(Select.of(VersionBytes.class, "image_version"));
    }

    /** One that the caller may change, which stays as it is until the transaction ends; of an image that takes new things. */
    public Uni<VersionView> held(Call call, Work work, UUID image, UUID id) {
        return images.heldUsable(call, work, image)
                .chain(() -> store.required(work, image, id))
                .map(store.all()::view);
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
                            .chain(() -> standing.settle(live, of.imageId(), null));
                }));
    }

    /** They are not, and are removed. */
    public Uni<Void> failed(Work work, VersionBytes of, String reason) {
        objects.remove(work, of.objectId());
        return changed(work, of.id(), of.objectId(), (live, version) -> {
            version.failed(reason);
            return store.save(live, ImageVersionEvents.FAILED, version).replaceWithVoid();
        });
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
