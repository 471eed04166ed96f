package io.skyholm.runtime.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of each thing counts in somebody's limits now; a service says only what it gives out itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsedQuota(
        @Nullable Long instances,
        @Nullable Long vcpus,
        @Nullable Long memoryMb,
        @Nullable Long storageGb,
        @Nullable Long gpus,
        @Nullable Long publicAddresses,

        @Schema(description = "Of a tenant: how many rows of each kind it has, such as users or apiKeys") @Nullable Map<String, Long> counts) {}
