package io.skyholm.billing.meter;

import io.skyholm.events.storage.BackupFact;
import io.skyholm.events.storage.DiskFact;
import io.skyholm.events.storage.DiskSnapshotFact;
import io.skyholm.events.storage.ImageVersionFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes what storage says of what is paid by its size. */
@ApplicationScoped
class StorageListener {

    private final Inbox inbox;
    private final MeteredFacts facts;

    StorageListener(Inbox inbox, MeteredFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @Incoming("disks")
    Uni<Void> disks(ConsumerRecords<String, String> events) {
        return inbox.follow("disks", events, DiskFact.class, (work, disk) -> facts.note(work, MeterFact.of(disk)));
    }

    @Incoming("snapshots")
    Uni<Void> snapshots(ConsumerRecords<String, String> events) {
        return inbox.follow(
                "snapshots",
                events,
                DiskSnapshotFact.class,
                (work, snapshot) -> facts.note(work, MeterFact.of(snapshot)));
    }

    @Incoming("backups")
    Uni<Void> backups(ConsumerRecords<String, String> events) {
        return inbox.follow(
                "backups", events, BackupFact.class, (work, backup) -> facts.note(work, MeterFact.of(backup)));
    }

    @Incoming("image-versions")
    Uni<Void> versions(ConsumerRecords<String, String> events) {
        return inbox.follow("image-versions", events, ImageVersionFact.class, this::note);
    }

    /** The platform pays nobody for its own images. */
    private Uni<Void> note(Work work, ImageVersionFact version) {
        UUID tenant = version.tenantId();
        return tenant == null ? Uni.createFrom().voidItem() : facts.note(work, MeterFact.of(version, tenant));
    }
}
