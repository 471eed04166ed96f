package io.skyholm.storage.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.testing.fixtures.Refused;
import io.skyholm.storage.HeldRows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What goes along, and how much of each quota it takes. */
class GoodsTest {

    private final Goods disk = new Goods(UUID.randomUUID(), "orders")
            .with(CountedKind.DATA_DISKS, 1)
            .with(CountedKind.DATA_DISK_GB, 20)
            .with(CountedKind.DISK_SNAPSHOTS, CountedKind.DISK_SNAPSHOT_GB, HeldRows.of(List.of(20, 10), size -> size))
            .with(CountedKind.BACKUPS, CountedKind.BACKUP_GB, HeldRows.of(List.of()));

    @Test
    void whatItTakesIsSaidByTheNamesOfQuotasAndWhatItHasNotIsLeftOut() {
        assertThat(disk.labelled())
                .isEqualTo(Map.of("dataDisks", 1L, "dataDiskGb", 20L, "diskSnapshots", 2L, "diskSnapshotGb", 30L));
    }

    @Test
    void lessThanWasOfferedIsTakenAndMoreOfAnythingIsNot() {
        Map<String, Long> offered = disk.labelled();
        assertThatNoException().isThrownBy(() -> disk.checkWithin(offered));
        assertThatNoException().isThrownBy(() -> new Goods(disk.tenantId(), "orders")
                .with(CountedKind.DATA_DISKS, 1)
                .checkWithin(offered));
        Refused.by("TRANSFER_HAS_GROWN", () -> disk.with(CountedKind.DATA_DISK_GB, 21)
                .checkWithin(offered));
        Refused.by("TRANSFER_HAS_GROWN", () -> disk.with(CountedKind.SNAPSHOT_SCHEDULES, 1)
                .checkWithin(offered));
    }

    @Test
    void soManyThingsGoAtOnceAndNoMoreWhateverTheirSize() {
        CountedKind[] things = {CountedKind.DISK_SNAPSHOTS, CountedKind.BACKUPS};
        assertThatNoException().isThrownBy(() -> disk.with(CountedKind.BACKUPS, Goods.MOST_THINGS - 2)
                .with(CountedKind.BACKUP_GB, 1_000_000)
                .checkNotTooMany(things));
        Refused.by("TRANSFER_TOO_LARGE", () -> disk.with(CountedKind.BACKUPS, Goods.MOST_THINGS - 1)
                .checkNotTooMany(things));
    }
}
