package io.skyholm.compute.size;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan or a template gives an instance: its size and, from a template, what it starts with.
 *
 * @param advice what its image recommends; null where it has as much
 */
public record ResolvedLaunch(
        Size size,
        @Nullable UUID planId,
        @Nullable UUID templateId,
        @Nullable String templateVersion,
        @Nullable String image,
        @Nullable UUID imageVersionId,
        @Nullable String userData,
        @Nullable String advice) {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** One that boots from nothing that recommends a size. */
    public ResolvedLaunch(
            Size size,
            @Nullable UUID planId,
            @Nullable UUID templateId,
            @Nullable String templateVersion,
            @Nullable String image,
            @Nullable UUID imageVersionId,
            @Nullable String userData) {
        this(size, planId, templateId, templateVersion, image, imageVersionId, userData, null);
    }

    /** The id of the template's image, which may be one that storage has; empty for a name of another kind. */
    public Optional<UUID> baseImageId() {
        return Optional.ofNullable(image).filter(name -> name.matches(ID)).map(UUID::fromString);
    }

    /** The same, which boots from that version and from no image of another name; with what that recommends beside its size. */
    public ResolvedLaunch withImageVersion(UUID version, @Nullable String advised) {
        return new ResolvedLaunch(size, planId, templateId, templateVersion, null, version, userData, advised);
    }
}
