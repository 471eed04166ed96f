package io.skyholm.compute.machine;

import io.skyholm.compute.input.IpAddress;
import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.input.TagName;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new machine, as somebody describes it or its agent does; it stands where its pool does. */
public record CreateMachine(
        @NotNull UUID resourcePoolId,

        @NotNull @Pattern(regexp = HOST_NAME, message = "must be a host name") String hostname,

        @Name @Nullable String name,
        @Nullable MachineType machineType,
        @Nullable RentalMode rentalMode,
        @Nullable HypervisorType hypervisorType,

        @NotNull @Min(1) @Max(MOST_CORES) Integer cpuCores,

        @NotNull @Min(1) @Max(MOST_MEMORY) Integer memoryGb,

        @NotNull @Min(1) @Max(MOST_STORAGE) Integer storageGb,

        @Min(0) @Max(MOST_GPUS) @Nullable Integer gpuCount,

        @Name @Nullable String gpuModel,
        @NotNull @IpAddress String managementIp,
        @IpAddress @Nullable String businessIp,
        @Nullable JsonObject connectionConfig,

        @Size(max = 50) List<@TagName String> tags) {

    /** What a host may be called. */
    public static final String HOST_NAME = "[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?";

    /** The largest machine there is. */
    public static final int MOST_CORES = 4_096;

    /** As {@link #MOST_CORES}. */
    public static final int MOST_MEMORY = 65_536;

    /** As {@link #MOST_CORES}. */
    public static final int MOST_STORAGE = 10_000_000;

    /** As {@link #MOST_CORES}. */
    public static final int MOST_GPUS = 64;

    @SuppressWarnings("NullAway") // JSON may leave it out.
    public CreateMachine {
        tags = tags == null ? List.of() : tags;
    }

    /** All of it but where the machine stands. */
    void describe(Machine machine) {
        machine.hostname = hostname();
        machine.name = Patch.of(name(), hostname());
        machine.machineType = Patch.of(machineType(), MachineType.CPU_SERVER);
        machine.rentalMode = Patch.of(rentalMode(), RentalMode.SHARED);
        machine.hypervisorType = Patch.of(hypervisorType(), HypervisorType.KVM);
        machine.cpuCores = cpuCores();
        machine.memoryGb = memoryGb();
        machine.storageGb = storageGb();
        machine.gpuCount = Patch.of(gpuCount(), 0);
        machine.gpuModel = gpuModel();
        machine.managementIp = IpAddress.Check.canonical(managementIp());
        machine.businessIp = businessIp() == null ? null : IpAddress.Check.canonical(businessIp());
        machine.connectionConfig = connectionConfig();
        machine.tags = tags().toArray(String[]::new);
    }
}
