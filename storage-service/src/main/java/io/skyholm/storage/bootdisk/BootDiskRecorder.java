package io.skyholm.storage.bootdisk;

import io.quarkus.runtime.Startup;
import io.skyholm.events.storage.BootDiskEvents;
import io.skyholm.events.storage.BootDiskFact;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.instance.KnownInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Writes down how far an instance's boot disk is, and tells compute. */
@Startup
@Singleton
class BootDiskRecorder {

    private final Facts<BootDisk, BootDiskFact> facts;

    BootDiskRecorder(Aggregates aggregates) {
        this.facts = aggregates.facts(BootDisk.class, BootDiskFact.class, BootDiskEvents.TYPES);
    }

    /** What compute was told last; nobody else tells it anything until the transaction ends. */
    Uni<Optional<BootDisk>> told(Work work, UUID instance) {
        return work.lock(BootDisk.class, instance);
    }

    /** It is that tenant's from now on. */
    Uni<Void> give(Work work, BootDisk disk, UUID tenant) {
        disk.tenantId = tenant;
        disk.revision.changed(null, work.now());
        facts.publish(work, BootDiskEvents.CHANGED, disk);
        return work.update(disk);
    }

    /** Notes it and tells it, unless compute knows. */
    Uni<Void> note(Work work, KnownInstance instance, Optional<BootDisk> told, BootDiskReport news) {
        if (told.filter(before -> before.news().equals(news)).isPresent()) {
            return Uni.createFrom().voidItem();
        }
        BootDisk disk = told.orElseGet(() -> new BootDisk(instance, news, Revision.first(null, work.now())));
        disk.become(news);
        told.ifPresent(before -> before.revision.changed(null, work.now()));
        facts.publish(work, BootDiskEvents.CHANGED, disk);
        return told.isPresent() ? work.update(disk) : work.insert(disk);
    }
}
