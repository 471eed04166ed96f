package io.skyholm.compute.notice;

import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The notices of an instance that goes to another tenant: of a maintenance that is still to end, that is told. */
@Singleton
public class NoticesOfInstance {

    private static final String OPEN =
            "select id from maintenance_notice where instance_id = $1 and ended_at is null order by id";

    private final NoticeStore store;

    NoticesOfInstance(NoticeStore store) {
        this.store = store;
    }

    /** What was chosen by the tenant before holds no more. */
    public Uni<Void> give(Work work, UUID instance, UUID tenant) {
        return work.values(UUID.class, OPEN, instance)
                .chain(ids -> Sequentially.of(ids, id -> work.lock(Notice.class, id)
                        .chain(found -> found.map(notice -> give(work, notice, tenant))
                                .orElseGet(() -> Uni.createFrom().voidItem()))))
                .replaceWithVoid();
    }

    private Uni<Void> give(Work work, Notice notice, UUID tenant) {
        notice.give(tenant);
        return store.save(work, notice, null);
    }
}
