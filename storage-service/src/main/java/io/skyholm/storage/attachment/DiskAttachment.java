package io.skyholm.storage.attachment;

import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.Medium;
import io.skyholm.events.storage.AttachmentDevice;
import io.skyholm.events.storage.DiskAttachmentStatus;
import io.skyholm.events.storage.MountMode;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.disk.AttachableDisks.AttachableDisk;
import io.skyholm.storage.disk.AttachableDisks.AttachedDisk;
import io.skyholm.storage.host.HostProgress;
import io.skyholm.storage.host.HostedThing;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A disk at an instance: what it is to be, and what the host of both has shown of it. */
@Entity
class DiskAttachment implements Revised, HostedThing {

    @Id
    UUID id;

    UUID tenantId;
    UUID diskId;
    UUID instanceId;
    UUID virtualMachineId;
    String mountPath;

    @Enumerated(EnumType.STRING)
    MountMode mountMode;

    @Enumerated(EnumType.STRING)
    AttachmentDevice device;

    /** Whether its instance boots from it first; null for what is not in its drive. */
    @Nullable Boolean bootsFirst;

    @Enumerated(EnumType.STRING)
    DiskAttachmentStatus status;

    /** Whether its instance is on another machine, where the disk is not: it never becomes whole again. */
    boolean hasMoved;

    @Nullable Instant attachedAt;

    @Nullable UUID attachedBy;

    @Embedded
    HostProgress progress = new HostProgress();

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected DiskAttachment() {}

    /** One that no host knows yet. */
    DiskAttachment(AttachableDisk disk, UUID virtualMachineId, AttachDisk command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = disk.tenantId();
        this.diskId = disk.id();
        this.instanceId = command.instanceId();
        this.virtualMachineId = virtualMachineId;
        this.device = command.device(disk.isIso());
        this.mountPath = command.path();
        this.mountMode = command.mountMode();
        this.bootsFirst = device == AttachmentDevice.CDROM ? Boolean.TRUE.equals(command.bootsFirst()) : null;
        this.status = DiskAttachmentStatus.ATTACHING;
        this.progress.change();
        this.attachedBy = revision.createdBy();
        this.onHost.assign(disk.host());
        this.revision = revision;
    }

    /** What its host is told of it from now on, and of the disk, as far as it is to have that. */
    DesiredAttachment tell(@Nullable AttachedDisk disk) {
        boolean present = isWanted();
        AttachedDisk held = present ? disk : null;
        progress.told();
        return new DesiredAttachment(
                id,
                onHost.tell(host(), present),
                present,
                diskId,
                virtualMachineId,
                mountMode,
                mountPath,
                held == null ? null : held.maxAttachments(),
                held == null || device == AttachmentDevice.CDROM ? null : held.limits(),
                bootsFirst == null ? null : new Medium(bootsFirst));
    }

    /** Whether its host is to have it. */
    boolean isWanted() {
        return status != DiskAttachmentStatus.DETACHING && !hasMoved;
    }

    UUID host() {
        return Objects.requireNonNull(onHost.host(), "an attachment is on a host");
    }

    @Override
    public boolean isLeaving() {
        return status == DiskAttachmentStatus.DETACHING;
    }

    @Override
    public boolean isReady() {
        return status == DiskAttachmentStatus.ATTACHED;
    }

    @Override
    public boolean hasFailed() {
        return status == DiskAttachmentStatus.FAILED;
    }

    @Override
    public HostProgress progress() {
        return progress;
    }

    @Override
    public ThingOnHost onHost() {
        return onHost;
    }

    void ready(Instant now) {
        attachedAt = attachedAt == null ? now : attachedAt;
        settle(DiskAttachmentStatus.ATTACHED, null);
    }

    void fail(String reason) {
        settle(DiskAttachmentStatus.FAILED, reason);
    }

    /** Its instance is elsewhere, so that its host is not to have it any more. */
    void leave(String reason) {
        hasMoved = true;
        progress.change();
        fail(reason);
    }

    /** It goes, and waits longer than usual. */
    void explain(String reason) {
        settle(DiskAttachmentStatus.DETACHING, reason);
    }

    void detach() {
        settle(DiskAttachmentStatus.DETACHING, null);
        progress.change();
    }

    /** The instance does not have the disk. */
    void end() {
        settle(DiskAttachmentStatus.DETACHED, null);
        progress.told();
    }

    /** Its disk and its instance are that tenant's; their host knows of neither whose they are. */
    void give(UUID tenant) {
        tenantId = tenant;
        attachedBy = null;
    }

    private void settle(DiskAttachmentStatus next, @Nullable String reason) {
        status = next;
        progress.settle(reason);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
