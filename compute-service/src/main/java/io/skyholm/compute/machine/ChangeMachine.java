package io.skyholm.compute.machine;

import static io.skyholm.compute.machine.CreateMachine.MOST_CORES;
import static io.skyholm.compute.machine.CreateMachine.MOST_GPUS;
import static io.skyholm.compute.machine.CreateMachine.MOST_MEMORY;
import static io.skyholm.compute.machine.CreateMachine.MOST_STORAGE;

import io.skyholm.compute.input.IpAddress;
import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.input.TagName;
import io.skyholm.compute.pool.PoolTerms;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a machine: a field that is left out stays, one that is null is cleared. */
public record ChangeMachine(
        @Name @Nullable String name,
        @Nullable UUID resourcePoolId,
        @Nullable MachineType machineType,
        @Nullable RentalMode rentalMode,

        @Schema(description = "DECOMMISSIONING empties the machine and then gives it up; ACTIVE takes that back")
        @Nullable MachineStatus status,

        @Min(1) @Max(MOST_CORES) @Nullable Integer cpuCores,

        @Min(1) @Max(MOST_MEMORY) @Nullable Integer memoryGb,

        @Min(1) @Max(MOST_STORAGE) @Nullable Integer storageGb,

        @Min(0) @Max(MOST_GPUS) @Nullable Integer gpuCount,

        @Nullable Optional<@Name String> gpuModel,
        @Nullable Optional<@IpAddress String> businessIp,
        @Nullable Optional<JsonObject> connectionConfig,

        @Size(max = 50) @Nullable List<@TagName String> tags) {

    /** Whether it changes how much may be promised. */
    boolean concernsCapacity() {
        return resourcePoolId != null || cpuCores != null || memoryGb != null || storageGb != null || gpuCount != null;
    }

    /** All but capacity. */
    void applyTo(Machine machine, Instant now) {
        if (status != null && status != MachineStatus.ACTIVE && status != MachineStatus.DECOMMISSIONING) {
            throw MachineProblems.notSoByHand();
        }
        if (rentalMode != null && rentalMode != machine.rentalMode && !machine.isEmpty()) {
            throw MachineProblems.notEmpty();
        }
        machine.name = Patch.of(name, machine.name);
        machine.machineType = Patch.of(machineType, machine.machineType);
        machine.rentalMode = Patch.of(rentalMode, machine.rentalMode);
        machine.gpuModel = Patch.of(gpuModel, machine.gpuModel);
        String address = Patch.of(businessIp, machine.businessIp);
        machine.businessIp = address == null ? null : IpAddress.Check.canonical(address);
        machine.connectionConfig = Patch.of(connectionConfig, machine.connectionConfig);
        machine.tags = tags == null ? machine.tags : tags.toArray(String[]::new);
        if (status != null) {
            machine.setAdminStatus(status);
        }
        if (status == MachineStatus.DECOMMISSIONING) {
            machine.drain(now);
        }
    }

    /** Capacity, on the terms of the pool in which the machine is to be: what was promised stays possible. */
    void applyTo(Machine machine, PoolTerms terms) {
        if (!machine.edgeDataCenterId.equals(terms.edgeDataCenterId())) {
            throw MachineProblems.elsewhere();
        }
        if (!machine.resourcePoolId.equals(terms.id()) && !machine.isEmpty()) {
            throw MachineProblems.notEmpty();
        }
        machine.cpuCores = Patch.of(cpuCores, machine.cpuCores);
        machine.memoryGb = Patch.of(memoryGb, machine.memoryGb);
        machine.storageGb = Patch.of(storageGb, machine.storageGb);
        machine.gpuCount = Patch.of(gpuCount, machine.gpuCount);
        machine.standsIn(terms);
        if (!machine.fitsCapacity()) {
            throw MachineProblems.tooSmall();
        }
    }
}
