package io.skyholm.compute.instance;

import io.skyholm.compute.image.BootImages;
import io.skyholm.compute.input.HostName;
import io.skyholm.compute.input.IpAddress;
import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.input.TagName;
import io.skyholm.compute.machine.MachineType;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.placement.Affinity;
import io.skyholm.compute.placement.PlacementRequest;
import io.skyholm.compute.schedule.Schedule;
import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.stackscript.VariableName;
import io.skyholm.compute.template.Version;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.events.host.IoLimits;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new instance: how large, where, and what it starts with. */
public record CreateInstance(
        @NotNull @Name String name,
        @Nullable UUID planId,
        @Nullable UUID templateId,

        @Schema(description = "Of which version of the template; or else as it is now") @Version @Nullable String templateVersion,

        @Min(1) @Max(1024) @Nullable Integer cpuCores,
        @Min(1) @Max(65_536) @Nullable Integer memoryGb,
        @Min(1) @Max(1_048_576) @Nullable Integer storageGb,
        @Min(0) @Max(64) @Nullable Integer gpuCount,
        @HostName @Nullable String hostname,
        @Name @Nullable String image,

        @Schema(
                description =
                        "The version of an image whose bytes its boot disk begins with, in place of an image's name")
        @Nullable UUID imageVersionId,

        @Schema(
                description =
                        "Whether the bytes of its boot disk are encrypted where they lie, with a key of their own; that disk is a"
                                + " full copy of the image. It takes an image's version")
        @Nullable Boolean bootDiskEncrypted,

        @Schema(
                description =
                        "How often in a second it may read or write its boot disk; without it that is not limited. It takes an image's version")
        @Min(IoLimits.FEWEST_IOPS) @Max(IoLimits.MOST_IOPS) @Nullable Integer bootDiskMaxIops,

        @Schema(
                description =
                        "How many MiB in a second it may read and write of its boot disk together; without it that is not limited. It takes an image's version")
        @Min(1) @Max(IoLimits.MOST_MIB) @Nullable Integer bootDiskMaxMibPerSecond,

        @Nullable UUID edgeDataCenterId,
        @Nullable UUID resourcePoolId,

        @Schema(description = "That of the data centre in which it gets a place") @Name @Nullable String region,

        @Nullable RentalMode rentalMode,
        @Nullable MachineType machineType,
        @Name @Nullable String gpuModel,

        @Size(max = 50) @Nullable List<@TagName String> tags,

        @Schema(description = "What its machine must be tagged with") @Size(max = 50) @Nullable List<@TagName String> hostTags,

        @Schema(description = "The set that it becomes a member of") @Nullable UUID instanceSetId,

        @Nullable Affinity affinity,

        @Size(max = 8) @Nullable List<@NotNull @Valid CreateNetwork> networks,

        @Size(max = 16_384) @Nullable String userData,

        @Nullable UUID stackScriptId,

        @Size(max = 50) @Nullable Map<@NotNull @VariableName String, @NotNull @Text String> stackScriptData,

        @Size(max = 20) @Nullable List<@NotNull @Size(min = 1, max = 4096) String> sshKeys,

        @Schema(description = "SSH keys of the catalogue, beside those of `sshKeys`; others' take SSH_KEY:MANAGE")
        @Size(max = 20) @Nullable List<@NotNull UUID> sshKeyIds,

        @Nullable Boolean deletionProtection,

        @Schema(description = "How long to wait for a place, in seconds; 600 if it is left out")
        @Min(0) @Max(604_800) @Nullable Integer waitSeconds,

        @Schema(description = "How long a deletion can be undone, in seconds; not at all if it is left out")
        @Min(0) @Max(2_592_000) @Nullable Integer undoSeconds,

        @Schema(description = "Whose it is; the caller's if it is left out") @Nullable UUID userId,

        @Valid @Nullable Schedule schedule,
        @Nullable JsonObject config) {

    private static final Permission READ_SECURITY_GROUPS = new Permission(ResourceType.SECURITY_GROUP, Action.READ);

    RequestedSize size() {
        return new RequestedSize(planId, templateId, templateVersion, cpuCores, memoryGb, storageGb, gpuCount);
    }

    PlacementRequest placement() {
        return new PlacementRequest(
                new PlacementRequest.Where(edgeDataCenterId, resourcePoolId, region),
                new PlacementRequest.Hardware(rentalMode, machineType, gpuModel, hostTags),
                instanceSetId,
                affinity);
    }

    BootImages.Wanted bootsFrom() {
        return new BootImages.Wanted(image, imageVersionId);
    }

    boolean encryptsBootDisk() {
        return Boolean.TRUE.equals(bootDiskEncrypted);
    }

    /** Security groups are in no project: within one, only who may read all of the tenant's names any. */
    void checkGuards(Caller caller) {
        boolean named = orNone(networks).stream().anyMatch(CreateNetwork::namesSecurityGroups);
        if (named && caller.isLimited() && !caller.may(READ_SECURITY_GROUPS)) {
            throw InstanceProblems.noSuchSecurityGroup();
        }
    }

    /** What it comes to, once size, script and keys are known. */
    InstanceSpec spec(UUID id, InstanceSpec.Owner owner, ResolvedLaunch chosen, BootSource.Named named) {
        return new InstanceSpec(
                id,
                owner,
                name,
                chosen,
                placement(),
                new BootSource(this, chosen, named),
                new InstanceSpec.Options(
                        hostname,
                        orNone(tags),
                        orNone(networks).stream().map(CreateNetwork::wanted).toList(),
                        Patch.of(deletionProtection, false),
                        InstanceSpec.Options.orUsual(waitSeconds),
                        Patch.of(undoSeconds, 0),
                        schedule,
                        config == null ? InstanceSpec.Options.none() : config));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** One port of a new instance; a subnet or address that cannot be had is refused by network, in the operation. */
    public record CreateNetwork(
            @Nullable UUID subnetId,
            @IpAddress @Nullable String address,

            @Size(max = 16) @Nullable List<@NotNull UUID> securityGroupIds) {

        boolean namesSecurityGroups() {
            return !orNone(securityGroupIds).isEmpty();
        }

        /** As network is told of it. */
        public WantedNetwork wanted() {
            return new WantedNetwork(subnetId, address, orNone(securityGroupIds));
        }
    }
}
