package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The most that a tenant, a group or a user may hold of each thing; null is no limit at this level, but of counts the usual ones. */
@JsonClassDescription(
        "The most that may be held of each thing; what is absent has no limit at this level, but of counts the usual"
                + " one.")
public record QuotaConfig(
        @PositiveOrZero @Max(MOST) @Nullable Long instances,
        @PositiveOrZero @Max(MOST) @Nullable Long vcpus,
        @PositiveOrZero @Max(MOST) @Nullable Long memoryMb,
        @PositiveOrZero @Max(MOST) @Nullable Long storageGb,
        @PositiveOrZero @Max(MOST) @Nullable Long gpus,
        @PositiveOrZero @Max(MOST) @Nullable Long publicAddresses,
        @PositiveOrZero @Max(MOST) @Nullable Long disks,
        @PositiveOrZero @Max(MOST) @Nullable Long containers,

        @JsonPropertyDescription(
                "Of a tenant: the most rows of each kind that it makes itself, such as users or apiKeys.")
        @Size(max = 100) @Nullable Map<@NotNull @CountedLabel String, @NotNull @PositiveOrZero @Max(MOST) Long> counts) {

    /** What no limit exceeds, so that sums of limits stay numbers; more is no limit. */
    public static final long MOST = 1_000_000_000_000L;

    /** No limit at all. */
    public static final QuotaConfig UNLIMITED = new QuotaConfig(null, null, null, null, null, null, null, null);

    /** Without limits of counted rows. */
    public QuotaConfig(
            @Nullable Long instances,
            @Nullable Long vcpus,
            @Nullable Long memoryMb,
            @Nullable Long storageGb,
            @Nullable Long gpus,
            @Nullable Long publicAddresses,
            @Nullable Long disks,
            @Nullable Long containers) {
        this(instances, vcpus, memoryMb, storageGb, gpus, publicAddresses, disks, containers, null);
    }
}
