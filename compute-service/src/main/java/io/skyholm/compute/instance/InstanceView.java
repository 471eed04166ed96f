package io.skyholm.compute.instance;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.placement.Affinity;
import io.skyholm.compute.placement.Explanation;
import io.skyholm.compute.schedule.Schedule;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.WantedNetwork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An instance as callers see it. */
@Schema(name = "Instance")
public record InstanceView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID userId,
        String name,
        @Nullable String hostname,
        InstanceStatus status,

        @Schema(description = "Why it is an error, or what it waits for") @Nullable String statusDetail,

        @Schema(description = "The operation that is going on") @Nullable UUID operationId,

        @Schema(
                description =
                        "The offer by which it is about to go to another tenant; nothing begins with it meanwhile")
        @Nullable UUID transferId,

        @Schema(description = "Present while it waits for a place") @Nullable Wait waiting,

        int cpuCores,
        int memoryGb,
        int storageGb,
        int gpuCount,
        @Nullable UUID planId,
        @Nullable UUID templateId,

        @Schema(description = "The version of the template that it is made of, if one was asked for") @Nullable String templateVersion,

        @Nullable String image,

        @Schema(
                description =
                        "The version of an image whose bytes its boot disk began with; absent where it has none of its own")
        @Nullable UUID imageVersionId,

        @Schema(description = "Whether the bytes of its boot disk are encrypted where they lie")
        Boolean bootDiskEncrypted,

        @Schema(
                description =
                        "How often in a second it may read or write its boot disk; absent where that is not limited")
        @Nullable Integer bootDiskMaxIops,

        @Schema(
                description =
                        "How many MiB in a second it may read and write of its boot disk together; absent where that is not limited")
        @Nullable Integer bootDiskMaxMibPerSecond,

        @Nullable String externalId,

        @Schema(description = "Where it may be placed, if it was asked for") @Nullable String region,

        RentalMode rentalMode,
        @Nullable UUID edgeDataCenterId,
        @Nullable UUID resourcePoolId,
        @Nullable UUID computeMachineId,
        UUID virtualMachineId,
        @Nullable UUID instanceSetId,
        @Nullable Affinity affinity,
        List<String> tags,
        List<WantedNetwork> networks,
        @Nullable String ipv4,
        @Nullable String ipv6,
        @Nullable String ipAddress,
        @Nullable UUID stackScriptId,

        @Schema(description = "The values of the script's variables that are no secrets; shown to the tenant alone")
        @Nullable Map<String, String> stackScriptData,

        JsonObject config,
        boolean deletionProtection,
        int undoSeconds,

        @Schema(description = "Until then its deletion can be undone") @Nullable Instant deletableAt,

        @Nullable Schedule schedule,

        @Schema(description = "When the schedule next starts or stops it") @Nullable Instant scheduledAt,

        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt) {

    /** How large it is. */
    public Size size() {
        return new Size(cpuCores, memoryGb, storageGb, gpuCount);
    }

    /** That it waits for a place, and why. */
    @Schema(name = "PlacementWait")
    public record Wait(
            @Schema(description = "1 for who is first; those of other tenants count too")
            long position,

            Instant since,
            Explanation explanation) {}
}
