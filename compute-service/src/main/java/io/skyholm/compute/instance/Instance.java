package io.skyholm.compute.instance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.placement.Affinity;
import io.skyholm.compute.placement.Demand;
import io.skyholm.compute.placement.Held;
import io.skyholm.compute.placement.Place;
import io.skyholm.compute.schedule.Schedule;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine that a tenant asked for: what it shall be, what it holds, and how far it is. All that it holds can be
 * read from its row. Times are as exact as the database keeps them.
 */
@Entity
@Table(name = "instance")
class Instance {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID userId;
    String name;

    @Nullable String hostname;

    @Enumerated(EnumType.STRING)
    InstanceStatus status;

    @Nullable String statusDetail;

    @Nullable UUID planId;

    @Nullable UUID templateId;

    @Nullable String templateVersion;

    @Nullable String image;

    @Nullable String externalId;

    @Nullable String region;

    JsonObject config;

    @Nullable String userData;

    @Nullable UUID stackScriptId;

    /** Sealed: it may hold secrets. */
    @Nullable String stackScriptData;

    String[] sshKeys;
    String[] tags;

    @Enumerated(EnumType.STRING)
    RentalMode rentalMode;

    @Nullable String machineType;

    @Nullable String gpuModel;

    String[] hostTags;

    @Nullable UUID instanceSetId;

    @Enumerated(EnumType.STRING)
    @Nullable Affinity affinity;

    @Nullable UUID wantedDataCenterId;

    @Nullable UUID wantedPoolId;

    String networks;
    int cpuCores;
    int memoryGb;
    int storageGb;
    int gpuCount;

    @Enumerated(EnumType.STRING)
    VmPower power;

    long restarts;
    long builds;

    @Enumerated(EnumType.STRING)
    Fate fate;

    @Nullable UUID edgeDataCenterId;

    @Nullable UUID resourcePoolId;

    @Nullable UUID computeMachineId;

    UUID virtualMachineId;
    int heldCpuCores;
    int heldMemoryGb;
    int heldStorageGb;
    int heldGpuCount;
    String[] quotaScopes;
    int quotaInstances;
    int quotaCpuCores;
    int quotaMemoryGb;
    int quotaStorageGb;
    int quotaGpuCount;
    boolean networkWanted;
    boolean networkHeld;

    /** Whether it is on its way to another machine. */
    boolean moving;

    @Nullable UUID operationId;

    int waitSeconds;

    @Nullable String waitReason;

    int undoSeconds;

    @Nullable Instant deletableAt;

    boolean deletionProtection;

    @Convert(converter = ScheduleColumn.class)
    @Nullable Schedule schedule;

    @Nullable Instant scheduledAt;

    @Nullable String passwordSealed;

    @Nullable String passwordKeyId;

    @Nullable String passwordHash;

    @Nullable Instant passwordShownAt;

    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Instance() {}

    @SuppressWarnings("NullAway.Init") // NewInstance fills it.
    Instance(UUID id, UUID tenantId, UUID virtualMachineId) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.virtualMachineId = virtualMachineId;
    }

    Size size() {
        return new Size(cpuCores, memoryGb, storageGb, gpuCount);
    }

    void size(Size size) {
        cpuCores = size.cpuCores();
        memoryGb = size.memoryGb();
        storageGb = size.storageGb();
        gpuCount = size.gpuCount();
    }

    Size held() {
        return new Size(heldCpuCores, heldMemoryGb, heldStorageGb, heldGpuCount);
    }

    void held(Size size) {
        heldCpuCores = size.cpuCores();
        heldMemoryGb = size.memoryGb();
        heldStorageGb = size.storageGb();
        heldGpuCount = size.gpuCount();
    }

    Size quota() {
        return new Size(quotaCpuCores, quotaMemoryGb, quotaStorageGb, quotaGpuCount);
    }

    void quota(int instances, Size size) {
        quotaInstances = instances;
        quotaCpuCores = size.cpuCores();
        quotaMemoryGb = size.memoryGb();
        quotaStorageGb = size.storageGb();
        quotaGpuCount = size.gpuCount();
    }

    boolean isExclusive() {
        return rentalMode == RentalMode.EXCLUSIVE;
    }

    /** What it asks of a machine. */
    Demand demand() {
        return new Demand(
                size(),
                isExclusive(),
                wantedDataCenterId,
                wantedPoolId,
                region,
                machineType,
                gpuModel,
                Set.of(hostTags),
                instanceSetId,
                affinity,
                Set.of());
    }

    /** What it has of its machine. */
    Held holding() {
        return new Held(id, Objects.requireNonNull(computeMachineId), held(), instanceSetId);
    }

    boolean hasPlace() {
        return computeMachineId != null;
    }

    void placed(Place place) {
        computeMachineId = place.machineId();
        edgeDataCenterId = place.dataCenterId();
        resourcePoolId = place.poolId();
        held(place.held());
        networkWanted = true;
        networkHeld = true;
        waitReason = null;
    }

    /** Its place is another's. */
    void displaced() {
        computeMachineId = null;
        held(Size.NONE);
        moving = false;
    }

    boolean isDeleted() {
        return status == InstanceStatus.DELETED;
    }

    /** Whether it can still be had back. */
    boolean isUndeletable(Instant now) {
        return fate == Fate.DELETE && deletableAt != null && now.isBefore(deletableAt);
    }

    void failed(@Nullable String why) {
        status = InstanceStatus.ERROR;
        statusDetail = why;
    }

    void schedule(@Nullable Schedule times, Instant now) {
        schedule = times;
        scheduledAt =
                times == null ? null : times.after(now).map(Schedule.Due::at).orElse(null);
    }

    /** Every change that is told counts, so that an older state never replaces a newer. */
    void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedBy = by == null ? updatedBy : by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
