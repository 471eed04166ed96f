package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instance as every service may know it. */
@JsonClassDescription("An instance: a virtual machine that a tenant asked for.")
public record InstanceFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this instance; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The user whose instance it is.")
        UUID userId,

        String name,
        @Nullable String hostname,
        InstanceStatus status,
        int cpuCores,
        int memoryGb,
        int storageGb,
        int gpuCount,
        @Nullable UUID planId,
        @Nullable UUID templateId,
        @Nullable String image,

        @JsonPropertyDescription("Where it shall run or runs; absent until it has a place.") @Nullable UUID edgeDataCenterId,

        @Nullable UUID resourcePoolId,
        @Nullable UUID computeMachineId,
        @Nullable UUID virtualMachineId,

        @JsonPropertyDescription(
                "Whether its ports shall be there: true from its placement until its virtual machine is"
                        + " proven gone. What is true may be set up, what is false must be given back.")
        boolean networkWanted,

        @JsonPropertyDescription("The ports it asks for; empty for one in the default subnet.")
        List<WantedNetwork> networks,

        @JsonPropertyDescription(
                "Of its tenant's networks it joins only those of these user groups' members; any of them where this is"
                        + " absent.")
        @Nullable List<UUID> networkGroupIds,

        @JsonPropertyDescription("The version of an image that it boots from; absent where it boots from none.")
        @Nullable UUID imageVersionId,

        @JsonPropertyDescription(
                "Whether the bytes of its boot disk are encrypted where they lie; absent in what older publishers told.")
        @Nullable Boolean bootDiskEncrypted,

        @JsonPropertyDescription(
                "Whether its boot disk shall be there: true from its placement until its virtual machine is proven gone,"
                        + " if it boots from a version of an image; absent in what older publishers told.")
        @Nullable Boolean bootDiskWanted,

        @JsonPropertyDescription(
                "Whether compute has yet to hear that nothing is left of its boot disk: true from when one was first"
                        + " wanted until it was released, so that who reads only the last of these facts knows of it;"
                        + " absent in what older publishers told.")
        @Nullable Boolean bootDiskHeld,

        @JsonPropertyDescription(
                "Counts how often its boot disk was to be made anew; absent in what older publishers told.")
        @Nullable Long builds,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
