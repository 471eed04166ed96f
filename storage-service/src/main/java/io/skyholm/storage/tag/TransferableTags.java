package io.skyholm.storage.tag;

import io.skyholm.events.storage.ImageTagEvents;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.HeldRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tags as who gives their image to another tenant has to know them. */
@Singleton
public class TransferableTags {

    private static final String OF_IMAGE =
            "select id from image_tag where image_id = $1 and deleted_at is null order by id limit $2";

    private final Tags tags;

    TransferableTags(Tags tags) {
        this.tags = tags;
    }

    /** Those of an image that somebody holds. */
    public Uni<HeldRows> held(Work work, UUID image, int most) {
        return locked(work, image, most).map(HeldRows::of);
    }

    /** They are that tenant's from now on. */
    public Uni<Void> give(Work work, UUID image, UUID tenant, int most) {
        return locked(work, image, most)
                .chain(found -> Sequentially.of(found, tag -> tags.all()
                        .transfer(work, ImageTagEvents.TRANSFERRED, tag, given -> given.give(tenant))))
                .replaceWithVoid();
    }

    private Uni<List<ImageTag>> locked(Work work, UUID image, int most) {
        return work.values(UUID.class, OF_IMAGE, image, most)
                .chain(ids -> Sequentially.of(ids, id -> tags.all().locked(work, id)))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }
}
