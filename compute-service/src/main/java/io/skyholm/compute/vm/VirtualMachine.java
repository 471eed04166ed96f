package io.skyholm.compute.vm;

import io.skyholm.compute.size.Size;
import io.skyholm.compute.vm.VirtualMachines.Recipient;
import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a host is to run for an instance. */
@Entity
@Table(name = "virtual_machine")
public class VirtualMachine implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID instanceId;

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    String vmUuid;
    String vmName;
    int cpuCores;
    int memoryGb;
    int storageGb;
    int gpuCount;

    @Enumerated(EnumType.STRING)
    VirtualMachineStatus status;

    /** Of what the host was told last, without its generation: the same is not told twice. */
    @Nullable String desiredHash;

    /** The key of its host that the secrets of what it was told last are encrypted with; null where they are not. */
    @Nullable String sealedFor;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected VirtualMachine() {}

    /** The virtual machine of a new instance; no host has heard of it. */
    public VirtualMachine(UUID id, UUID tenantId, UUID instanceId, String name, Instant now) {
        this.id = id;
        this.tenantId = tenantId;
        this.instanceId = instanceId;
        this.vmUuid = id.toString();
        this.vmName = name;
        this.status = VirtualMachineStatus.CREATING;
        this.revision = Revision.first(null, now);
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** The host that has been told of it; null while none has, or has no more. */
    public @Nullable UUID host() {
        return onHost.host();
    }

    /** Whether its host was told to have it. */
    public boolean isDesired() {
        return onHost.isDesired();
    }

    /** Whether its host has done all that it was told last. */
    public boolean isSettled() {
        return onHost.isSettled();
    }

    /** What the host says in answer to what it was told last; null while it has not answered. */
    public @Nullable ThingState state() {
        return onHost.state();
    }

    /** What the host says to a person. */
    public @Nullable String detail() {
        return onHost.detail();
    }

    /** Whether the host has shown that nothing of it is there. */
    public boolean isProvenGone() {
        return host() != null && onHost.isProvenGone();
    }

    void told(Recipient to, String hash, boolean present, Instant now) {
        onHost.tell(to.host(), present);
        desiredHash = hash;
        sealedFor = to.encryptionKey();
        revision.changed(null, now);
    }

    void sized(Size size) {
        cpuCores = size.cpuCores();
        memoryGb = size.memoryGb();
        storageGb = size.storageGb();
        gpuCount = size.gpuCount();
    }

    /** No host has it any more. */
    void left(Instant now) {
        desiredHash = null;
        sealedFor = null;
        revision.changed(null, now);
    }

    void give(UUID tenant, Instant now) {
        tenantId = tenant;
        revision.changed(null, now);
    }

    void delete(Instant now) {
        status = VirtualMachineStatus.DELETED;
        revision.deleted(null, now);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
