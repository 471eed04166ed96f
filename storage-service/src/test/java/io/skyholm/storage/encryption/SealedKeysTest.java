package io.skyholm.storage.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DiskEncryption;
import io.skyholm.events.host.HostSeal;
import io.skyholm.events.host.ThingKey;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.secrets.Envelope;
import io.skyholm.storage.encryption.SealedKeys.Place;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What rows keep of keys, and what hosts get to know of them. */
class SealedKeysTest {

    private static final UUID TENANT = UUID.randomUUID();

    private final SealedKeys keys = new SealedKeys(
            new Envelope(Optional.of(Base64.getEncoder().encodeToString(new byte[32])), Optional.empty()));
    private final Place disk = new Place(SealedKeys.OF_DISK, TENANT, UUID.randomUUID());
    private final Place snapshot = new Place(SealedKeys.OF_SNAPSHOT, TENANT, UUID.randomUUID());
    private final HostKeys host = HostKeys.fresh();
    private final HostSeal.Place told =
            new HostSeal.Place(UUID.randomUUID(), new ThingKey(DesiredDisk.KIND, disk.id()), 3);

    @Test
    void aKeyIsOf256BitsAndAnotherForEachDisk() {
        String one = opened(keys.fresh(disk), disk).current();
        assertThat(one).matches("[0-9a-f]{64}");
        assertThat(opened(keys.fresh(disk), disk)).satisfies(other -> {
            assertThat(other.current()).isNotEqualTo(one);
            assertThat(other.former()).isEmpty();
        });
    }

    @Test
    void whatARowKeepsOpensInThatRowAloneAndIsNotReadable() {
        String kept = keys.fresh(disk);
        assertThat(kept).doesNotContain(opened(kept, disk).current());
        assertThatThrownBy(() -> keys.changed(kept, snapshot)).isInstanceOf(IllegalStateException.class);
        Place another = new Place(SealedKeys.OF_DISK, UUID.randomUUID(), disk.id());
        assertThatThrownBy(() -> keys.changed(kept, another)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void untilAChangeIsProvenEveryKeyOfBeforeIsKept() {
        String first = keys.fresh(disk);
        String second = keys.changed(first, disk);
        String third = keys.changed(second, disk);
        assertThat(opened(third, disk).former())
                .containsExactly(
                        opened(second, disk).current(), opened(first, disk).current());
        String proven = keys.current(third, disk, disk);
        assertThat(opened(proven, disk).current()).isEqualTo(opened(third, disk).current());
        assertThat(opened(proven, disk).former()).isEmpty();
    }

    @Test
    void aSnapshotsKeyIsTheOneOfItsDiskAndComesBackWithIt() {
        String before = keys.fresh(disk);
        String kept = keys.current(before, disk, snapshot);
        assertThat(opened(kept, snapshot).current())
                .isEqualTo(opened(before, disk).current());
        assertThat(opened(keys.alsoOpenedBy(before, disk, kept, snapshot), disk).former())
                .as("the disk's key is the snapshot's")
                .isEmpty();
        String later = keys.current(keys.changed(before, disk), disk, disk);
        DiskEncryption.Keys restored = opened(keys.alsoOpenedBy(later, disk, kept, snapshot), disk);
        assertThat(restored.current()).isEqualTo(opened(later, disk).current());
        assertThat(restored.former()).containsExactly(opened(before, disk).current());
    }

    @Test
    void aDiskOfASnapshotHasAKeyOfItsOwn() {
        String kept = keys.fresh(snapshot);
        DiskEncryption.Keys fresh = opened(keys.freshFor(kept, snapshot, disk), disk);
        assertThat(fresh.former()).containsExactly(opened(kept, snapshot).current());
        assertThat(fresh.current()).isNotEqualTo(fresh.former().getFirst());
    }

    @Test
    void withoutAKeyOfTheInstallationThereAreNoEncryptedDisks() {
        SealedKeys none = new SealedKeys(new Envelope(Optional.empty(), Optional.empty()));
        assertThatThrownBy(none::requireKey).isInstanceOf(Problem.class);
    }

    @Test
    void keysAreNotShown() {
        String kept = keys.fresh(disk);
        assertThat(opened(kept, disk).toString())
                .doesNotContain(opened(kept, disk).current());
        assertThat(forHost(kept, disk).toString())
                .doesNotContain(opened(kept, disk).current());
    }

    private DiskEncryption forHost(String kept, Place place) {
        return keys.forHost(kept, place, new Recipient(host.encryptionKey(), told, 7));
    }

    /** As the host reads it. */
    private DiskEncryption.Keys opened(String kept, Place place) {
        DiskEncryption encryption = forHost(kept, place);
        assertThat(encryption.keyVersion()).isEqualTo(7);
        return EventJson.read(
                HostSeal.open(host.encryption().getPrivate(), told, encryption.sealedKeys()),
                DiskEncryption.Keys.class);
    }
}
