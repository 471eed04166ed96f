package io.skyholm.storage.attachment;

import io.skyholm.events.storage.DiskAttachmentEvents;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.instance.Instances;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Brings an attachment's row to what its host has shown and where its instance is, and says when that takes too long. */
@ApplicationScoped
class AttachmentReconciler implements Reconciler {

    private final AttachmentLifecycle life;
    private final Instances instances;
    private final TenantTransaction transactions;

    AttachmentReconciler(AttachmentLifecycle life, Instances instances, TenantTransaction transactions) {
        this.life = life;
        this.instances = instances;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return AttachmentLifecycle.KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from disk_attachment where status in ('ATTACHING', 'DETACHING')
                union
                select held.id from disk_attachment held join known_machine machine on machine.id = held.compute_machine_id
                where machine.status = 'DELETED' and held.deleted_at is null
                union
                select held.id from disk_attachment held join known_instance instance on instance.id = held.instance_id
                where held.deleted_at is null and (instance.status in ('DELETING', 'DELETED')
                    or not held.has_moved and instance.compute_machine_id is distinct from held.compute_machine_id)""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(cause, work -> life.all().locked(work, id).chain(found -> found.map(
                        attachment -> step(work, attachment))
                .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, DiskAttachment attachment) {
        return instances
                .find(work, attachment.instanceId)
                .chain(instance -> KnownMachines.state(work, attachment.host())
                        .chain(host -> make(
                                work, attachment, host, AttachmentMove.of(attachment, instance, host, work.now()))))
                .map(done -> attachment.next());
    }

    private Uni<?> make(Work work, DiskAttachment attachment, HostState host, AttachmentMove move) {
        return switch (move.kind()) {
            case REST -> Uni.createFrom().voidItem();
            case TELL -> life.tell(work, attachment);
            case DETACH -> life.withdraw(work, attachment);
            case LEAVE -> life.leave(work, attachment, Objects.requireNonNull(move.reason()));
            case FINISH -> life.finish(work, attachment, host);
            case READY -> {
                attachment.ready(work.now());
                yield life.save(work, DiskAttachmentEvents.ATTACHED, attachment);
            }
            case FAIL -> {
                attachment.fail(Objects.requireNonNull(move.reason()));
                yield life.save(work, DiskAttachmentEvents.FAILED, attachment);
            }
            case EXPLAIN -> {
                attachment.explain(Objects.requireNonNull(move.reason()));
                yield life.save(work, DiskAttachmentEvents.DETACHING, attachment);
            }
        };
    }
}
