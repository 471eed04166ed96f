package io.skyholm.storage.disk;

import static io.skyholm.storage.disk.CreateDisk.MOST_GB;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How large a disk is to become; it never becomes smaller. */
public record GrowDisk(@NotNull @Min(1) @Max(MOST_GB) Integer sizeGb) {}
