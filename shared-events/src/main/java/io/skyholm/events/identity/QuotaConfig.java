package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The most that a tenant, a group or a user may hold of each thing; null is no limit at this level. */
@JsonClassDescription("The most that may be held of each thing; what is absent has no limit at this level.")
public record QuotaConfig(
        @PositiveOrZero @Nullable Long instances,
        @PositiveOrZero @Nullable Long vcpus,
        @PositiveOrZero @Nullable Long memoryMb,
        @PositiveOrZero @Nullable Long storageGb,
        @PositiveOrZero @Nullable Long gpus,
        @PositiveOrZero @Nullable Long publicAddresses,
        @PositiveOrZero @Nullable Long disks,
        @PositiveOrZero @Nullable Long containers,

        @JsonPropertyDescription(
                "Of a tenant: the most rows of each kind that it makes itself, such as users or apiKeys.")
        @Size(max = 100) @Nullable Map<@NotNull @CountedLabel String, @NotNull @PositiveOrZero Long> counts) {

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
