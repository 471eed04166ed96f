package io.skyholm.storage.attachment;

import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.HostedKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.MachineFollower;
import io.skyholm.storage.instance.InstanceFollower;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Attachments as things on hosts: their rows take what hosts report, and follow their instances. */
@Singleton
class AttachmentsOnHosts implements HostedKind, MachineFollower, InstanceFollower {

    private static final String ON_IT =
            "select id from disk_attachment where compute_machine_id = $1 and deleted_at is null";
    private static final String OF_INSTANCE =
            "select id from disk_attachment where instance_id = $1 and deleted_at is null";

    private final ReconcileQueue queue;

    AttachmentsOnHosts(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public ThingKind kind() {
        return DesiredAttachment.KIND;
    }

    @Override
    public String table() {
        return "disk_attachment";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentAttachment.class;
    }

    @Override
    public void changed(Work work, UUID attachment, boolean isDesired) {
        queue.wake(work, AttachmentLife.KIND, attachment);
    }

    @Override
    public Uni<?> follow(Work work, MachineFact machine) {
        return machine.status() == MachineStatus.DELETED
                ? wake(work, ON_IT, machine.id())
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> instanceChanged(Work work, UUID instance) {
        return wake(work, OF_INSTANCE, instance);
    }

    private Uni<Void> wake(Work work, String concerned, UUID by) {
        return work.values(UUID.class, concerned, by)
                .invoke(found -> found.forEach(attachment -> queue.wake(work, AttachmentLife.KIND, attachment)))
                .replaceWithVoid();
    }
}
