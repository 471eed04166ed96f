package io.skyholm.storage.check;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a disk is checked, be it that it is mended, too. */
public record CheckDisk(
        @Schema(
                description =
                        "Whether what can be mended without other bytes is mended. Nothing may use the disk then; without it, it is only read")
        @Nullable Boolean repair) {

    boolean isRepair() {
        return repair != null && repair;
    }
}
