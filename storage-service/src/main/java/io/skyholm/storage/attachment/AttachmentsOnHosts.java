package io.skyholm.storage.attachment;

import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.host.KindOnMachines;
import io.skyholm.storage.instance.InstanceFollower;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Attachments as things on hosts: their rows take what hosts report, and follow their instances. */
@Singleton
class AttachmentsOnHosts implements KindOnMachines, InstanceFollower {

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
    public String onMachine() {
        return "select id from disk_attachment where compute_machine_id = $1 and deleted_at is null";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentAttachment.class;
    }

    @Override
    public void changed(Work work, UUID attachment, boolean isDesired) {
        queue.remind(work, AttachmentLifecycle.KIND, attachment);
    }

    @Override
    public Uni<Void> instanceChanged(Work work, UUID instance) {
        return work.values(UUID.class, OF_INSTANCE, instance)
                .invoke(found -> found.forEach(attachment -> queue.wake(work, AttachmentLifecycle.KIND, attachment)))
                .replaceWithVoid();
    }
}
