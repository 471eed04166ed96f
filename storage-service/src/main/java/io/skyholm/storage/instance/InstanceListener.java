package io.skyholm.storage.instance;

import io.quarkus.arc.All;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from compute which instances there are, and on which machines. */
@ApplicationScoped
class InstanceListener {

    private static final String CONSUMER = "instances";
    private static final String NOTE = """
            insert into known_instance as known (id, generation, tenant_id, user_id, status, compute_machine_id,
                virtual_machine_id, storage_gb, image_version_id, boot_disk_wanted, boot_disk_held, builds,
                boot_disk_encrypted)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (id) do update set generation = excluded.generation, tenant_id = excluded.tenant_id,
                user_id = excluded.user_id,
                status = excluded.status, compute_machine_id = excluded.compute_machine_id,
                virtual_machine_id = excluded.virtual_machine_id, storage_gb = excluded.storage_gb,
                image_version_id = excluded.image_version_id, boot_disk_wanted = excluded.boot_disk_wanted,
                boot_disk_held = excluded.boot_disk_held, builds = excluded.builds,
                boot_disk_encrypted = excluded.boot_disk_encrypted
            where known.generation < excluded.generation""";

    /** Older publishers do not say. */
    private static final long FIRST_BUILD = 1;

    private final Inbox inbox;
    private final List<InstanceFollower> followers;

    InstanceListener(Inbox inbox, @All List<InstanceFollower> followers) {
        this.inbox = inbox;
        this.followers = followers;
    }

    @Incoming("instances")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.follow(CONSUMER, events, InstanceFact.class, this::note);
    }

    private Uni<Void> note(Work work, InstanceFact instance) {
        work.send(
                NOTE,
                instance.id(),
                instance.generation(),
                instance.tenantId(),
                instance.userId(),
                instance.status().name(),
                instance.computeMachineId(),
                instance.virtualMachineId(),
                instance.storageGb(),
                instance.imageVersionId(),
                Boolean.TRUE.equals(instance.bootDiskWanted()),
                holdsBootDisk(instance),
                Objects.requireNonNullElse(instance.builds(), FIRST_BUILD),
                Boolean.TRUE.equals(instance.bootDiskEncrypted()));
        return Sequentially.of(followers, follower -> follower.instanceChanged(work, instance.id()))
                .replaceWithVoid();
    }

    /** Of what an older publisher told it is not known: all that has been anywhere and boots from a version may hold one. */
    static boolean holdsBootDisk(InstanceFact instance) {
        boolean isBeginning = instance.status() == InstanceStatus.CREATING && instance.computeMachineId() == null;
        return Objects.requireNonNullElse(instance.bootDiskHeld(), instance.imageVersionId() != null && !isBeginning);
    }
}
