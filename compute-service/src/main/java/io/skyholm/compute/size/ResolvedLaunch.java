package io.skyholm.compute.size;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a plan or a template gives an instance: its size and, from a template, what it starts with. */
public record ResolvedLaunch(
        Size size,
        @Nullable UUID planId,
        @Nullable UUID templateId,
        @Nullable String templateVersion,
        @Nullable String image,
        @Nullable UUID imageVersionId,
        @Nullable String userData) {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** The id of the template's image, which may be one that storage has; empty for a name of another kind. */
    public Optional<UUID> baseImageId() {
        return Optional.ofNullable(image).filter(name -> name.matches(ID)).map(UUID::fromString);
    }

    /** The same, which boots from that version and from no image of another name. */
    public ResolvedLaunch withImageVersion(UUID version) {
        return new ResolvedLaunch(size, planId, templateId, templateVersion, null, version, userData);
    }
}
