package io.skyholm.storage.tag;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new tag of an image. */
public record CreateImageTag(
        @NotNull @TagName String tagName,
        @NotNull UUID versionId,
        @Nullable Boolean isImmutable) {}
