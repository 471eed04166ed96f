package io.skyholm.compute.vm;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.size.Size;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.host.WishGeneration;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a host is wished to run for an instance, and what it last saw; an older report never speaks of a newer wish. */
@Entity
@Table(name = "virtual_machine")
public class VirtualMachine {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID instanceId;

    @Nullable UUID computeMachineId;

    String vmUuid;
    String vmName;
    int cpuCores;
    int memoryGb;
    int storageGb;
    int gpuCount;

    @Enumerated(EnumType.STRING)
    VirtualMachineStatus status;

    @Nullable String config;

    long wishGeneration;

    @Nullable String wishHash;

    boolean wishPresent;
    long seenGeneration;

    @Enumerated(EnumType.STRING)
    @Nullable ThingState seenState;

    boolean seenSettled;

    @Nullable String seenDetail;

    @Nullable Instant seenAt;

    Instant createdAt;
    Instant updatedAt;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected VirtualMachine() {}

    /** The virtual machine of a new instance; no host has heard of it. */
    public VirtualMachine(UUID id, UUID tenantId, UUID instanceId, String name, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.instanceId = instanceId;
        this.vmUuid = id.toString();
        this.vmName = name;
        this.status = VirtualMachineStatus.CREATING;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** The host that has been told of it; null while none has, or has no more. */
    public @Nullable UUID host() {
        return computeMachineId;
    }

    /** Whether its host was told to have it. */
    public boolean isWished() {
        return computeMachineId != null && wishPresent;
    }

    /** Whether its host has done all that the newest wish asks for. */
    public boolean isSettled() {
        return computeMachineId != null && seenGeneration >= wishGeneration && seenSettled;
    }

    /** What the host says in answer to the newest wish; null while it has not answered. */
    public @Nullable ThingState state() {
        return computeMachineId != null && seenGeneration >= wishGeneration ? seenState : null;
    }

    /** What the host says to a person. */
    public @Nullable String detail() {
        return state() == null ? null : seenDetail;
    }

    /** Whether the host has shown that nothing of it is there. */
    public boolean isProvenGone() {
        return !wishPresent && isSettled() && seenState == ThingState.ABSENT;
    }

    /** The generation of its next wish. */
    long nextWish(UUID host) {
        boolean isMove = wishGeneration > 0 && !host.equals(computeMachineId);
        return isMove ? WishGeneration.onAnotherHost(wishGeneration) : WishGeneration.next(wishGeneration);
    }

    void wished(UUID host, String hash, boolean present, Instant now) {
        wishGeneration = nextWish(host);
        if (!host.equals(computeMachineId)) {
            computeMachineId = host;
            seenState = null;
            seenSettled = false;
        }
        wishHash = hash;
        wishPresent = present;
        generation++;
        updatedAt = now.truncatedTo(MICROS);
    }

    void sized(Size size) {
        cpuCores = size.cpuCores();
        memoryGb = size.memoryGb();
        storageGb = size.storageGb();
        gpuCount = size.gpuCount();
    }

    /** No host has it any more. */
    void left(Instant now) {
        computeMachineId = null;
        wishHash = null;
        wishPresent = false;
        seenState = null;
        seenSettled = false;
        generation++;
        updatedAt = now.truncatedTo(MICROS);
    }

    void delete(Instant now) {
        status = VirtualMachineStatus.DELETED;
        deletedAt = now.truncatedTo(MICROS);
        generation++;
        updatedAt = deletedAt;
    }
}
