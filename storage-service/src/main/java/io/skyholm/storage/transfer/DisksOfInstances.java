package io.skyholm.storage.transfer;

import static io.skyholm.events.identity.CountedKind.BACKUPS;
import static io.skyholm.events.identity.CountedKind.DATA_DISKS;
import static io.skyholm.events.identity.CountedKind.DISK_SNAPSHOTS;
import static io.skyholm.events.identity.CountedKind.SNAPSHOT_SCHEDULES;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Disks that go to another tenant with their instance, each with all that goes along with it alone. */
@Singleton
public class DisksOfInstances {

    private static final Set<CountedKind> THINGS = Set.of(DATA_DISKS, DISK_SNAPSHOTS, SNAPSHOT_SCHEDULES, BACKUPS);

    private final TransferableDisk disks;

    DisksOfInstances(TransferableDisk disks) {
        this.disks = disks;
    }

    /** How much they take of each quota; they stay as they are until the transaction ends. Refuses what cannot go at present. */
    public Uni<Map<CountedKind, Long>> counts(Work work, List<UUID> ids) {
        return Sequentially.of(ids, id -> disks.ofInstance(work, id))
                .map(found -> found.stream().flatMap(Optional::stream).toList())
                .map(DisksOfInstances::sum)
                .invoke(DisksOfInstances::checkNotTooMany);
    }

    private static Map<CountedKind, Long> sum(List<Goods> goods) {
        Map<CountedKind, Long> sum = new EnumMap<>(CountedKind.class);
        goods.forEach(each -> each.counts().forEach((kind, amount) -> sum.merge(kind, amount, Long::sum)));
        return sum;
    }

    private static void checkNotTooMany(Map<CountedKind, Long> counts) {
        long many =
                THINGS.stream().mapToLong(kind -> counts.getOrDefault(kind, 0L)).sum();
        if (many > Goods.MOST_THINGS) {
            throw StorageTransferProblems.tooMany(Goods.MOST_THINGS);
        }
    }

    /** They are theirs from now on. */
    public Uni<Void> give(Work work, List<UUID> ids, Owner to) {
        return Sequentially.of(ids, id -> disks.give(work, id, to)).replaceWithVoid();
    }
}
