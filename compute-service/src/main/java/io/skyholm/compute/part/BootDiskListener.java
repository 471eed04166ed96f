package io.skyholm.compute.part;

import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.events.storage.BootDiskFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes what storage says of an instance's boot disk, and wakes the instance. */
@ApplicationScoped
class BootDiskListener {

    private static final String CONSUMER = "boot-disks";

    private static final String NOTE = """
            insert into known_boot_disk as known (instance_id, generation, tenant_id, compute_machine_id, status, reason,
                disk_id, builds, size_gb)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (instance_id) do update set generation = excluded.generation,
                tenant_id = excluded.tenant_id, compute_machine_id = excluded.compute_machine_id,
                status = excluded.status, reason = excluded.reason, disk_id = excluded.disk_id, builds = excluded.builds, size_gb = excluded.size_gb
            where known.generation < excluded.generation""";

    private final Inbox inbox;
    private final InstanceWaker waker;

    BootDiskListener(Inbox inbox, InstanceWaker waker) {
        this.inbox = inbox;
        this.waker = waker;
    }

    @Incoming("boot-disks")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.note(CONSUMER, events, BootDiskFact.class, this::hear);
    }

    private void hear(Work work, BootDiskFact fact) {
        note(work, fact);
        waker.remind(work, fact.id());
    }

    private static void note(Work work, BootDiskFact fact) {
        work.send(
                NOTE,
                fact.id(),
                fact.generation(),
                fact.tenantId(),
                fact.computeMachineId(),
                fact.status().name(),
                fact.reason(),
                fact.diskId(),
                fact.builds(),
                fact.sizeGb());
    }
}
