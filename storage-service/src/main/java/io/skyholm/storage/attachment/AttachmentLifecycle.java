package io.skyholm.storage.attachment;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskAttachmentEvents;
import io.skyholm.events.storage.DiskAttachmentFact;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.disk.AttachableDisks;
import io.skyholm.storage.disk.AttachableDisks.AttachedDisk;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The way of an attachment from the first word to its host to the proof that it is gone, whoever asks for it. */
@Startup
@Singleton
class AttachmentLifecycle {

    /** Under which attachments are woken. */
    static final String KIND = "disk-attachment";

    private final Aggregate<DiskAttachment, DiskAttachmentView, DiskAttachmentFact> attachments;
    private final AttachableDisks disks;
    private final HostDesiredStates hosts;
    private final ReconcileQueue queue;
    private final StorageSettings settings;

    AttachmentLifecycle(
            Aggregates aggregates,
            AttachableDisks disks,
            HostDesiredStates hosts,
            ReconcileQueue queue,
            StorageSettings settings) {
        this.attachments = aggregates
                .of("disk attachment", DiskAttachment.class, DiskAttachmentView.class, DiskAttachmentEvents.TYPES)
                .explaining(DiskAttachmentProblems.CONFLICTS)
                .counted(CountedKind.DISK_ATTACHMENTS);
        this.disks = disks;
        this.hosts = hosts;
        this.queue = queue;
        this.settings = settings;
    }

    Aggregate<DiskAttachment, DiskAttachmentView, DiskAttachmentFact> all() {
        return attachments;
    }

    /** What it is to be has changed: its host will be told, and has so long for it. */
    void expect(Work work, DiskAttachment attachment) {
        waitFor(work, attachment);
        queue.wake(work, KIND, attachment.id);
    }

    private void waitFor(Work work, DiskAttachment attachment) {
        attachment.progress.waitUntil(work.now().plus(settings.diskTimeout()));
    }

    /** It is to go; the platform tells its host. */
    Uni<DiskAttachmentView> detach(Work work, DiskAttachment attachment) {
        attachment.detach();
        expect(work, attachment);
        return save(work, DiskAttachmentEvents.DETACHING, attachment);
    }

    /** The same where it is the platform that asks: its host is told at once. */
    Uni<DiskAttachmentView> withdraw(Work work, DiskAttachment attachment) {
        attachment.detach();
        waitFor(work, attachment);
        send(work, attachment, null);
        return save(work, DiskAttachmentEvents.DETACHING, attachment);
    }

    /** Its host is to hold to other limits. What it has it keeps meanwhile. */
    Uni<Void> limit(Work work, DiskAttachment attachment) {
        attachment.progress.change();
        expect(work, attachment);
        return work.update(attachment);
    }

    /** Its host is told what it is to be. Only the platform tells hosts. */
    Uni<Void> tell(Work work, DiskAttachment attachment) {
        return disks.attached(work, attachment.diskId)
                .invoke(disk -> send(work, attachment, disk))
                .chain(() -> work.update(attachment));
    }

    /** It failed for good, since its instance is where the disk is not: its host is told to end it. */
    Uni<DiskAttachmentView> leave(Work work, DiskAttachment attachment, String reason) {
        attachment.leave(reason);
        send(work, attachment, null);
        return save(work, DiskAttachmentEvents.FAILED, attachment);
    }

    /** It is proven gone. */
    Uni<DiskAttachmentView> finish(Work work, DiskAttachment attachment, HostState host) {
        hosts.release(work, new ThingKey(DesiredAttachment.KIND, attachment.id), attachment.onHost, host);
        attachment.end();
        attachment.revision.deleted(work.cause().user(), work.now());
        return attachments.update(work, DiskAttachmentEvents.DETACHED, attachment);
    }

    Uni<DiskAttachmentView> save(Work work, EventType<DiskAttachmentFact> type, DiskAttachment attachment) {
        attachment.revision.changed(work.cause().user(), work.now());
        return attachments.update(work, type, attachment);
    }

    private void send(Work work, DiskAttachment attachment, @Nullable AttachedDisk disk) {
        hosts.tell(work, attachment.host(), attachment.tell(disk));
    }
}
