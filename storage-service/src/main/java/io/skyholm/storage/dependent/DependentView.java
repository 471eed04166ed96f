package io.skyholm.storage.dependent;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that depends on a disk or an image, as callers see it. */
@Schema(name = "Dependent")
public record DependentView(
        @Schema(description = "The id of the dependent; that of the instance where it is one")
        UUID id,

        DependentKind kind,

        @Schema(
                description =
                        "What it is called, where an attachment has the disk, or the number of a version; absent for an instance")
        @Nullable String name,

        @Schema(description = "How much room it takes, in GiB; absent for what takes none of its own") @Nullable Integer sizeGb,

        DeletionEffect effect,
        Instant createdAt) {}
