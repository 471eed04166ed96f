package io.skyholm.storage.moving;

import io.skyholm.events.storage.DiskType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** To which other pool of its data centre a disk goes. */
public record MoveDisk(
        @Schema(description = "The type that it is to be of; without one it keeps its own") @Nullable DiskType diskType,

        @Schema(
                description =
                        "An instance to whose machine the disk is moved, so that it can be attached to it; without one it is moved"
                                + " to wherever there is most room")
        @Nullable UUID nearInstanceId) {}
