package io.skyholm.storage.check;

import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Checks as who gives their disk to another tenant has to know them. */
@Singleton
public class TransferableChecks {

    private final DiskCheckLifecycle life;

    TransferableChecks(DiskCheckLifecycle life) {
        this.life = life;
    }

    /** That of a disk that somebody holds is theirs from now on; one that runs goes on. */
    public Uni<Void> give(Work work, UUID disk, Owner to) {
        return life.all().locked(work, disk).chain(found -> found.map(
                        check -> life.give(work, check, to).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
