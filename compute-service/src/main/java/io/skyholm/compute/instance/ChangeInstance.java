package io.skyholm.compute.instance;

import io.skyholm.compute.input.HostName;
import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.input.TagName;
import io.skyholm.compute.schedule.Schedule;
import io.skyholm.events.host.IoLimits;
import io.skyholm.runtime.http.Name;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of an instance that takes no time: a field that is left out stays, one that is null is cleared. */
public record ChangeInstance(
        @Name @Nullable String name,
        @Nullable Optional<@HostName String> hostname,

        @Size(max = 50) @Nullable List<@TagName String> tags,

        @Schema(
                description =
                        "How often in a second it may read or write its boot disk; null for no limit. It takes an image's version")
        @Nullable Optional<@Min(IoLimits.FEWEST_IOPS) @Max(IoLimits.MOST_IOPS) Integer> bootDiskMaxIops,

        @Schema(
                description =
                        "How many MiB in a second it may read and write of its boot disk together; null for no limit. It takes an image's version")
        @Nullable Optional<@Min(1) @Max(IoLimits.MOST_MIB) Integer> bootDiskMaxMibPerSecond,

        @Nullable Boolean deletionProtection,
        @Min(0) @Max(2_592_000) @Nullable Integer undoSeconds,
        @Nullable Optional<@Name String> externalId,
        @Nullable Optional<@Valid Schedule> schedule,
        @Nullable JsonObject config) {}
