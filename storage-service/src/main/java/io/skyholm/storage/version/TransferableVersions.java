package io.skyholm.storage.version;

import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Gib;
import io.skyholm.storage.HeldRows;
import io.skyholm.storage.object.StoredObjects;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Versions as who gives their image to another tenant has to know them. */
@Singleton
public class TransferableVersions {

    private static final String OF_IMAGE =
            "select id from image_version where image_id = $1 and deleted_at is null order by id limit $2";

    private final VersionStore store;
    private final StoredObjects objects;

    TransferableVersions(VersionStore store, StoredObjects objects) {
        this.store = store;
        this.objects = objects;
    }

    /** Those of an image that somebody holds, if none was deleted and no bytes of any are on their way. */
    public Uni<HeldRows> held(Work work, UUID image, int most) {
        return locked(work, image, most)
                .invoke(found -> found.forEach(TransferableVersions::check))
                .map(found -> HeldRows.of(found, TransferableVersions::gib));
    }

    /** Nobody restores what another tenant has deleted. */
    private static void check(ImageVersion version) {
        version.checkNotDeleted();
        if (version.isReceiving()) {
            throw VersionProblems.isReceiving(version.versionNumber);
        }
    }

    /** As much as its object counts. */
    private static long gib(ImageVersion version) {
        return version.objectId == null || version.sizeBytes == null ? 0 : Gib.of(version.sizeBytes);
    }

    /** They are that tenant's from now on, with their bytes. */
    public Uni<Void> give(Work work, UUID image, UUID tenant, int most) {
        return locked(work, image, most)
                .chain(found -> Sequentially.of(found, version -> give(work, version, tenant)))
                .replaceWithVoid();
    }

    private Uni<VersionView> give(Work work, ImageVersion version, UUID tenant) {
        if (version.objectId != null) {
            objects.give(work, version.objectId, tenant);
        }
        return store.all().transfer(work, ImageVersionEvents.TRANSFERRED, version, given -> given.give(tenant));
    }

    private Uni<List<ImageVersion>> locked(Work work, UUID image, int most) {
        return work.values(UUID.class, OF_IMAGE, image, most)
                .chain(ids -> Sequentially.of(ids, id -> store.locked(work, id)))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }
}
