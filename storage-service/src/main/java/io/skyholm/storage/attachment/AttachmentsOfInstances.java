package io.skyholm.storage.attachment;

import io.skyholm.events.storage.DiskAttachmentEvents;
import io.skyholm.events.storage.DiskAttachmentStatus;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Attachments of an instance that goes to another tenant with its disks. */
@Singleton
public class AttachmentsOfInstances {

    /** Whether an instance gets or loses no disk at present, since it is about to go to another tenant; who knows that stands above. */
    public interface Hold {

        /** A select that answers with a row where the instance {@code $1} is held. */
        String select();
    }

    private static final String OF_INSTANCE =
            "select id from disk_attachment where instance_id = $1 and deleted_at is null order by id";
    private static final String ELSEWHERE =
            "select 1 from disk_attachment where disk_id = $1 and instance_id <> $2 and deleted_at is null";

    private final AttachmentLifecycle life;

    AttachmentsOfInstances(AttachmentLifecycle life) {
        this.life = life;
    }

    /** The disks that are attached to it, if all of them are wholly so, and to it alone; they stay so until the transaction ends. */
    public Uni<List<UUID>> disks(Work work, UUID instance) {
        return locked(work, instance)
                .call(held -> Sequentially.of(held, attachment -> check(work, attachment)))
                .map(held -> held.stream()
                        .map(attachment -> attachment.diskId)
                        .sorted()
                        .toList());
    }

    private static Uni<Void> check(Work work, DiskAttachment attachment) {
        if (attachment.status != DiskAttachmentStatus.ATTACHED) {
            throw DiskAttachmentProblems.isNotAttached(attachment.diskId, attachment.status);
        }
        return work.none(
                () -> DiskAttachmentProblems.isElsewhereToo(attachment.diskId),
                ELSEWHERE,
                attachment.diskId,
                attachment.instanceId);
    }

    /** They are that tenant's from now on, as the instance and its disks are. */
    public Uni<Void> give(Work work, UUID instance, UUID tenant) {
        return locked(work, instance)
                .chain(held -> Sequentially.of(held, attachment -> life.all()
                        .transfer(work, DiskAttachmentEvents.TRANSFERRED, attachment, given -> given.give(tenant))))
                .replaceWithVoid();
    }

    private Uni<List<DiskAttachment>> locked(Work work, UUID instance) {
        return work.values(UUID.class, OF_INSTANCE, instance)
                .chain(ids -> Sequentially.of(ids, id -> life.all().locked(work, id)))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }
}
