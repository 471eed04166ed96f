package io.skyholm.storage.version;

import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.runtime.tenant.Each;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which version of an image is the latest and which the default. The latest is the newest that is AVAILABLE, and the default the one that
 * somebody chose, or else the latest. To be called by whoever holds the image.
 */
@ApplicationScoped
class Standing {

    private static final String AVAILABLE = """
            from ImageVersion where imageId = :image and (status = :available or isLatest or isDefault)
            order by id desc""";

    private final VersionStore store;

    Standing(VersionStore store) {
        this.store = store;
    }

    /** Has them be so again after something became AVAILABLE, was deleted, or was chosen. */
    Uni<Void> settle(Work work, UUID image, @Nullable UUID chosen) {
        return work.session()
                .createSelectionQuery(AVAILABLE, ImageVersion.class)
                .setParameter("image", image)
                .setParameter("available", ImageVersionStatus.AVAILABLE)
                .getResultList()
                .chain(versions -> settle(work, versions, chosen));
    }

    /** Those that lose a mark are written before the one that gets it: the table has room for one. */
    private Uni<Void> settle(Work work, List<ImageVersion> versions, @Nullable UUID chosen) {
        Optional<UUID> latest = versions.stream()
                .filter(ImageVersion::isAvailable)
                .map(version -> version.id)
                .findFirst();
        Optional<UUID> preferred = chosen != null
                ? Optional.of(chosen)
                : versions.stream()
                        .filter(version -> version.isDefault && version.isAvailable())
                        .map(version -> version.id)
                        .findFirst()
                        .or(() -> latest);
        List<ImageVersion> changed = versions.stream()
                .filter(version ->
                        version.isLatest != isThat(latest, version) || version.isDefault != isThat(preferred, version))
                .sorted((one, other) -> Boolean.compare(loses(latest, preferred, other), loses(latest, preferred, one)))
                .toList();
        return Each.of(changed, version -> {
                    version.isLatest = isThat(latest, version);
                    version.isDefault = isThat(preferred, version);
                    return store.save(work, ImageVersionEvents.CHANGED, version);
                })
                .replaceWithVoid();
    }

    private static boolean loses(Optional<UUID> latest, Optional<UUID> preferred, ImageVersion version) {
        return (version.isLatest && !isThat(latest, version)) || (version.isDefault && !isThat(preferred, version));
    }

    private static boolean isThat(Optional<UUID> id, ImageVersion version) {
        return id.filter(version.id::equals).isPresent();
    }
}
