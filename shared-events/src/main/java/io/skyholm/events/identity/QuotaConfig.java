package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import jakarta.validation.constraints.PositiveOrZero;
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
        @PositiveOrZero @Nullable Long containers) {

    /** No limit at all. */
    public static final QuotaConfig UNLIMITED = new QuotaConfig(null, null, null, null, null, null, null, null);
}
