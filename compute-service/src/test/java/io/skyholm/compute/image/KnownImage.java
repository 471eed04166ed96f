package io.skyholm.compute.image;

import io.skyholm.events.storage.DiskFormat;
import io.skyholm.events.storage.ImageArchitecture;
import io.skyholm.events.storage.ImageEvents;
import io.skyholm.events.storage.ImageFact;
import io.skyholm.events.storage.ImageStatus;
import io.skyholm.events.storage.ImageType;
import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.events.storage.ImageVersionFact;
import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.events.storage.ImageVisibility;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An image with one version as storage would tell of it, played by a test: it takes 2 cores, 4 GiB of memory and 10 of storage. */
public record KnownImage(UUID id, UUID version, @Nullable UUID tenant, UUID owner, AtomicLong generation) {

    /** One of that person's that can be used. */
    public static KnownImage of(Person owner) {
        return told(owner.tenant(), owner.id(), ImageVisibility.PRIVATE, null);
    }

    /** One that is for a group of that person's tenant. */
    public static KnownImage forGroup(Person owner, UUID group) {
        return told(owner.tenant(), UUID.randomUUID(), ImageVisibility.GROUP_SPECIFIC, group);
    }

    /** One of the platform's, for everybody. */
    public static KnownImage ofPlatform() {
        return told(null, UUID.randomUUID(), ImageVisibility.PUBLIC, null);
    }

    private static KnownImage told(
            @Nullable UUID tenant, UUID owner, ImageVisibility visibility, @Nullable UUID group) {
        KnownImage image = new KnownImage(UUID.randomUUID(), UUID.randomUUID(), tenant, owner, new AtomicLong());
        image.versionIs(ImageVersionStatus.AVAILABLE);
        image.is(ImageStatus.ACTIVE, visibility, group);
        return image;
    }

    /** Its version is in that status from now on. */
    public void versionIs(ImageVersionStatus status) {
        versionIs(status, null);
    }

    /** Its version was deleted, and can be taken back until then. */
    public void versionIsDeleted(Instant deletableAt) {
        versionIs(ImageVersionStatus.AVAILABLE, deletableAt);
    }

    private void versionIs(ImageVersionStatus status, @Nullable Instant deletableAt) {
        long next = generation.incrementAndGet();
        Instant now = Instant.now();
        Broker.tell(
                ImageVersionEvents.CHANGED,
                new ImageVersionFact(
                        version,
                        next,
                        tenant,
                        id,
                        "v1",
                        null,
                        null,
                        null,
                        DiskFormat.RAW,
                        true,
                        true,
                        status,
                        null,
                        1024L,
                        1,
                        null,
                        null,
                        null,
                        null,
                        deletableAt,
                        now,
                        now,
                        null,
                        null,
                        status == ImageVersionStatus.DELETED ? now : null));
        Eventually.rows(1, "select count(*) from known_image_version where id = ? and generation >= ?", version, next);
    }

    /** It is in that status from now on. */
    public void is(ImageStatus status, ImageVisibility visibility, @Nullable UUID group) {
        tell(status, visibility, group, null, null);
    }

    /** It recommends that from now on. */
    public void recommends(int cores, int memory) {
        tell(ImageStatus.ACTIVE, ImageVisibility.PRIVATE, null, cores, memory);
    }

    private void tell(
            ImageStatus status,
            ImageVisibility visibility,
            @Nullable UUID group,
            @Nullable Integer cores,
            @Nullable Integer memory) {
        long next = generation.incrementAndGet();
        Instant now = Instant.now();
        Broker.tell(
                ImageEvents.CHANGED,
                new ImageFact(
                        id,
                        next,
                        tenant,
                        owner,
                        "image-" + id,
                        null,
                        ImageType.CUSTOM,
                        null,
                        null,
                        ImageArchitecture.X86_64,
                        2,
                        4,
                        10,
                        cores,
                        memory,
                        visibility,
                        group,
                        status,
                        version,
                        1,
                        null,
                        null,
                        now,
                        now,
                        null,
                        null,
                        null));
        Eventually.rows(1, "select count(*) from known_image where id = ? and generation >= ?", id, next);
    }
}
