package io.skyholm.storage.version;

import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.image.ImageDisk;
import io.skyholm.storage.image.Images;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the latest version of an image and its default what they are, for whoever holds the image. */
@ApplicationScoped
class CurrentVersions {

    private static final String AVAILABLE = """
            from ImageVersion where imageId = :image and (status = :available or isLatest or isDefault)
            order by id desc""";

    private final VersionStore store;
    private final Images images;

    CurrentVersions(VersionStore store, Images images) {
        this.store = store;
        this.images = images;
    }

    /** Has them be so again after something became AVAILABLE, was deleted, or was chosen. */
    Uni<Void> updateMarks(Work work, UUID image, @Nullable UUID chosen) {
        return work.session()
                .createSelectionQuery(AVAILABLE, ImageVersion.class)
                .setParameter("image", image)
                .setParameter("available", ImageVersionStatus.AVAILABLE)
                .getResultList()
                .chain(versions -> updateMarks(work, image, versions, LatestAndDefault.among(versions, chosen)));
    }

    private Uni<Void> updateMarks(Work work, UUID image, List<ImageVersion> versions, LatestAndDefault marks) {
        return Sequentially.of(marks.changing(versions), version -> {
                    marks.mark(version);
                    return store.save(work, ImageVersionEvents.CHANGED, version);
                })
                .chain(() -> images.setDefaultDisk(work, image, disk(versions, marks)));
    }

    private static ImageDisk disk(List<ImageVersion> versions, LatestAndDefault marks) {
        return versions.stream()
                .filter(version -> version.id.equals(marks.preferred()))
                .findFirst()
                .map(version -> new ImageDisk(version.id, version.sizeGb, version.checksumMd5, version.fileServerId))
                .orElse(ImageDisk.NONE);
    }
}
