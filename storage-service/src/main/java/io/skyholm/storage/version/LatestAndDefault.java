package io.skyholm.storage.version;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which version of an image is the latest and which the default. The latest is the newest that is AVAILABLE, and the default the one that
 * somebody chose, or else the latest.
 */
record LatestAndDefault(@Nullable UUID latest, @Nullable UUID preferred) {

    /**
     * Among these, newest first.
     *
     * @param chosen what is to be the default from now on; null for what was
     */
    static LatestAndDefault among(List<ImageVersion> versions, @Nullable UUID chosen) {
        Optional<UUID> latest = first(versions, ImageVersion::isAvailable);
        Optional<UUID> before = first(versions, version -> version.isDefault && version.isAvailable());
        UUID preferred = chosen != null ? chosen : before.or(() -> latest).orElse(null);
        return new LatestAndDefault(latest.orElse(null), preferred);
    }

    private static Optional<UUID> first(List<ImageVersion> versions, Predicate<ImageVersion> which) {
        return versions.stream().filter(which).map(version -> version.id).findFirst();
    }

    /** Those that have to change; whoever loses a mark comes before the one that gets it: the table has room for one. */
    List<ImageVersion> changing(List<ImageVersion> versions) {
        return versions.stream()
                .filter(version -> version.isLatest != isLatest(version) || version.isDefault != isDefault(version))
                .sorted((one, other) -> Boolean.compare(loses(other), loses(one)))
                .toList();
    }

    private boolean loses(ImageVersion version) {
        return (version.isLatest && !isLatest(version)) || (version.isDefault && !isDefault(version));
    }

    void mark(ImageVersion version) {
        version.isLatest = isLatest(version);
        version.isDefault = isDefault(version);
    }

    private boolean isLatest(ImageVersion version) {
        return version.id.equals(latest);
    }

    private boolean isDefault(ImageVersion version) {
        return version.id.equals(preferred);
    }
}
