package io.skyholm.storage.transfer;

import static io.skyholm.events.identity.CountedKind.IMAGES;
import static io.skyholm.events.identity.CountedKind.IMAGE_GB;
import static io.skyholm.events.identity.CountedKind.IMAGE_TAGS;
import static io.skyholm.events.identity.CountedKind.IMAGE_VERSIONS;

import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.TransferredType;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.skyholm.storage.image.ImageView;
import io.skyholm.storage.image.Images;
import io.skyholm.storage.tag.TransferableTags;
import io.skyholm.storage.version.TransferableVersions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** An image goes with its versions, their bytes and its tags. */
@Singleton
class TransferableImage implements Transferable {

    /** One more than goes at once tells that there are too many. */
    private static final int COUNTED = Goods.MOST_THINGS + 1;

    /** They are made anew with its bytes when they are rebuilt, which are another tenant's then. */
    private static final String BOOTING = """
            select 1 from known_instance instance
            join image_version version on version.id = instance.image_version_id
            where version.image_id = $1 and instance.boot_disk_wanted""";

    private final Images images;
    private final TransferableVersions versions;
    private final TransferableTags tags;

    TransferableImage(Images images, TransferableVersions versions, TransferableTags tags) {
        this.images = images;
        this.versions = versions;
        this.tags = tags;
    }

    @Override
    public TransferredType type() {
        return TransferredType.IMAGE;
    }

    @Override
    public ResourceType permission() {
        return ResourceType.IMAGE;
    }

    @Override
    public Uni<Goods> ofCaller(Call call, Work work, UUID id) {
        return images.heldPrivate(call, work, id)
                .onFailure(TransferableImage::isNotFound)
                .transform(missing -> StorageTransferProblems.nothingToGive())
                .chain(image -> withAll(work, image));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals(ProblemKind.NOT_FOUND.name());
    }

    @Override
    public Uni<Optional<Goods>> held(Work work, UUID id) {
        return images.heldPrivate(work, id)
                .chain(found -> found.map(image -> withAll(work, image).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Goods> withAll(Work work, ImageView image) {
        UUID tenant = Objects.requireNonNull(image.tenantId(), "one that is PRIVATE is a tenant's");
        Goods alone = new Goods(tenant, image.name()).with(IMAGES, 1);
        return work.none(StorageTransferProblems::bootsInstances, BOOTING, image.id())
                .chain(() -> versions.held(work, image.id(), COUNTED))
                .map(rows -> alone.with(IMAGE_VERSIONS, IMAGE_GB, rows))
                .chain(goods -> tags.held(work, image.id(), COUNTED).map(rows -> goods.with(IMAGE_TAGS, rows.many())))
                .invoke(goods -> goods.checkNotTooMany(IMAGE_VERSIONS, IMAGE_TAGS));
    }

    @Override
    public Uni<Void> give(Work work, UUID id, Owner to) {
        UUID tenant = to.tenantId();
        return images.give(work, id, to)
                .chain(() -> versions.give(work, id, tenant, COUNTED))
                .chain(() -> tags.give(work, id, tenant, COUNTED));
    }
}
