package io.skyholm.compute.machine;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.pool.PoolTerms;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.Patch;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A host on which instances run; what may be promised on it, what is, and how it stands. */
@Entity
@Table(name = "compute_machine")
class Machine implements Revised {

    @Id
    UUID id;

    String hostname;
    String name;
    UUID edgeDataCenterId;
    UUID resourcePoolId;

    @Enumerated(EnumType.STRING)
    MachineType machineType;

    @Enumerated(EnumType.STRING)
    RentalMode rentalMode;

    @Enumerated(EnumType.STRING)
    HypervisorType hypervisorType;

    int cpuCores;
    int memoryGb;
    int storageGb;
    int gpuCount;

    @Nullable String gpuModel;

    String managementIp;

    @Nullable String businessIp;

    int cpuCapacity;
    int memoryCapacity;
    int storageCapacity;
    int allocatedCpuCores;
    int allocatedMemoryGb;
    int allocatedStorageGb;
    int allocatedGpuCount;
    int instances;

    @Nullable UUID exclusiveTo;

    @Enumerated(EnumType.STRING)
    MachineStatus status;

    @Enumerated(EnumType.STRING)
    @Nullable MachineStatus statusBefore;

    @Nullable String statusReason;

    @Nullable Instant drainRequestedAt;

    @Enumerated(EnumType.STRING)
    HealthStatus healthStatus;

    @Nullable JsonObject connectionConfig;

    String[] tags;

    @Nullable String agentPublicKey;

    @Nullable String agentEncryptionKey;

    @Nullable String agentEncryptionKeySignature;

    /** When its agent last replaced it; null while it has the first. */
    @Nullable Instant agentEncryptionKeyChangedAt;

    @Nullable String agentVersion;

    @Nullable Instant lastHeartbeat;

    @Nullable Instant fencedAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Machine() {}

    /** It takes nothing before its agent was heard: nobody would run it. */
    Machine(UUID id, CreateMachine command, PoolTerms terms, @Nullable UUID createdBy, Instant now) {
        this();
        this.id = id;
        this.status = MachineStatus.OFFLINE;
        this.statusBefore = MachineStatus.ACTIVE;
        this.healthStatus = HealthStatus.UNKNOWN;
        this.revision = Revision.first(createdBy, now);
        command.describe(this);
        standsIn(terms);
    }

    /** Where a machine stands, and how much of it may be promised, is its pool's to say. */
    final void standsIn(PoolTerms terms) {
        resourcePoolId = terms.id();
        edgeDataCenterId = terms.edgeDataCenterId();
        cpuCapacity = terms.cpuCapacity(cpuCores);
        memoryCapacity = terms.memoryCapacity(memoryGb);
        storageCapacity = terms.storageCapacity(storageGb);
    }

    /** What people decided of it stays; what it is made of, its agent knows better. */
    void describedByAgent(CreateMachine command, PoolTerms terms) {
        cpuCores = command.cpuCores();
        memoryGb = command.memoryGb();
        storageGb = command.storageGb();
        gpuCount = Patch.of(command.gpuCount(), 0);
        gpuModel = command.gpuModel();
        hostname = command.hostname();
        standsIn(terms);
    }

    /** Its agent has joined, which is a first sign of life. */
    void isSpokenForBy(JoinedMachines.Agent agent, Instant now) {
        agentPublicKey = agent.publicKey();
        agentEncryptionKey = agent.encryptionKey();
        agentEncryptionKeySignature = agent.encryptionKeySignature();
        agentVersion = agent.version();
        lastHeartbeat = now;
        isBack();
    }

    /** Whether it has all that is promised on it. */
    boolean fitsCapacity() {
        return allocatedCpuCores <= cpuCapacity
                && allocatedMemoryGb <= memoryCapacity
                && allocatedStorageGb <= storageCapacity
                && allocatedGpuCount <= gpuCount;
    }

    /** Whether nothing is promised on it to anybody. */
    boolean isEmpty() {
        int promised = allocatedCpuCores + allocatedMemoryGb + allocatedStorageGb + allocatedGpuCount;
        return instances == 0 && exclusiveTo == null && promised == 0;
    }

    /** What operators want it to be, whether or not it is heard just now. */
    MachineStatus adminStatus() {
        return status == MachineStatus.OFFLINE && statusBefore != null ? statusBefore : status;
    }

    /** Changes what operators want it to be; while it is silent it stays OFFLINE. */
    void setAdminStatus(MachineStatus wanted) {
        if (status == MachineStatus.OFFLINE) {
            statusBefore = wanted;
        } else {
            status = wanted;
        }
        if (wanted == MachineStatus.ACTIVE) {
            statusReason = null;
            drainRequestedAt = null;
        }
    }

    /** One that is being given up is neither maintained nor put back into use on the way. */
    void requireKept() {
        if (adminStatus() == MachineStatus.DECOMMISSIONING) {
            throw MachineProblems.decommissioning();
        }
    }

    void drain(Instant now) {
        drainRequestedAt = drainRequestedAt == null ? now.truncatedTo(MICROS) : drainRequestedAt;
    }

    void fallsSilent() {
        statusBefore = status;
        status = MachineStatus.OFFLINE;
        healthStatus = HealthStatus.UNKNOWN;
    }

    /** It is heard again; of a fenced one nobody knows yet what it runs. */
    boolean isBack() {
        if (status != MachineStatus.OFFLINE || fencedAt != null) {
            return false;
        }
        status = Patch.of(statusBefore, MachineStatus.ACTIVE);
        statusBefore = null;
        return true;
    }

    /** Only of one that is silent can anybody know that it is off. */
    void fence(Instant now) {
        if (status != MachineStatus.OFFLINE) {
            throw MachineProblems.notSilent();
        }
        fencedAt = now.truncatedTo(MICROS);
    }

    /** It showed that it runs nothing of what was given up on it. */
    void unfence() {
        fencedAt = null;
        isBack();
    }

    void delete(@Nullable UUID by, Instant now) {
        status = MachineStatus.DELETED;
        statusBefore = null;
        revision.deleted(by, now);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
