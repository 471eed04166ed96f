package io.skyholm.compute.image;

import io.skyholm.events.storage.ImageFact;
import io.skyholm.events.storage.ImageStatus;
import io.skyholm.events.storage.ImageVersionFact;
import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from storage which images and versions there are; an older fact never replaces a newer. */
@ApplicationScoped
class ImageListener {

    private static final String CONSUMER = "images";

    private static final String IMAGE = """
            insert into known_image as known (id, generation, tenant_id, owner_id, visibility, user_group_id, status,
                min_cpu_cores, min_memory_gb, min_storage_gb, recommended_cpu_cores, recommended_memory_gb, default_version_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (id) do update set generation = excluded.generation, tenant_id = excluded.tenant_id,
                owner_id = excluded.owner_id, visibility = excluded.visibility, user_group_id = excluded.user_group_id, status = excluded.status,
                min_cpu_cores = excluded.min_cpu_cores, min_memory_gb = excluded.min_memory_gb,
                min_storage_gb = excluded.min_storage_gb, recommended_cpu_cores = excluded.recommended_cpu_cores,
                recommended_memory_gb = excluded.recommended_memory_gb, default_version_id = excluded.default_version_id
            where known.generation < excluded.generation""";

    private static final String VERSION = """
            insert into known_image_version as known (id, generation, tenant_id, image_id, version_status, size_gb)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set generation = excluded.generation, tenant_id = excluded.tenant_id,
                image_id = excluded.image_id, version_status = excluded.version_status, size_gb = excluded.size_gb
            where known.generation < excluded.generation""";

    private final Inbox inbox;

    ImageListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("images")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, ImageListener::note);
    }

    private static Uni<Void> note(Work work, Received received) {
        received.event().ifPresent(event -> {
            switch (event.data()) {
                case ImageFact image -> note(work, image);
                case ImageVersionFact version -> note(work, version);
                default -> {}
            }
        });
        return Uni.createFrom().voidItem();
    }

    private static void note(Work work, ImageFact image) {
        work.send(
                IMAGE,
                image.id(),
                image.generation(),
                image.tenantId(),
                image.ownerId(),
                image.visibility().name(),
                image.userGroupId(),
                statusOf(image).name(),
                image.minCpuCores(),
                image.minMemoryGb(),
                image.minStorageGb(),
                image.recommendedCpuCores(),
                image.recommendedMemoryGb(),
                image.defaultVersionId());
    }

    private static void note(Work work, ImageVersionFact version) {
        work.send(
                VERSION,
                version.id(),
                version.generation(),
                version.tenantId(),
                version.imageId(),
                statusOf(version).name(),
                version.sizeGb());
    }

    /** What its owner has deleted is used for nothing new, whether or not that can still be taken back. */
    private static ImageStatus statusOf(ImageFact image) {
        return image.deletableAt() == null ? image.status() : ImageStatus.DELETED;
    }

    private static ImageVersionStatus statusOf(ImageVersionFact version) {
        return version.deletableAt() == null ? version.status() : ImageVersionStatus.DELETED;
    }
}
