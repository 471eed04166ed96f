package io.skyholm.storage.moving;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.events.storage.DiskType;
import io.skyholm.hosts.HostState;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.storage.disk.CopyableDisks.Left;
import io.skyholm.storage.disk.CopyableDisks.MovableDisk;
import io.skyholm.storage.moving.Move.Kind;
import io.skyholm.storage.pool.ClaimedPool;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which step of a move is the next. */
class MoveTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID SOURCE = UUID.randomUUID();
    private static final UUID TARGET = UUID.randomUUID();

    private final ThingOnHost onSource = onSource(5);
    private final MovableDisk disk = new MovableDisk(
            UUID.randomUUID(),
            UUID.randomUUID(),
            onSource,
            UUID.randomUUID(),
            UUID.randomUUID(),
            DiskType.SSD,
            3,
            false,
            0);
    private final ClaimedPool pool = new ClaimedPool(UUID.randomUUID(), disk.edgeDataCenterId(), TARGET);
    private final MovingDisk moving = new MovingDisk(disk, Revision.first(null, NOW));
    private final DiskCopy copy = new DiskCopy(disk, pool, DiskType.NVME, null, Revision.first(null, NOW));
    private final Move move = new Move(moving, copy);

    private static ThingOnHost onSource(int words) {
        ThingOnHost thing = new ThingOnHost();
        for (int word = 0; word < words; word++) {
            long generation = thing.tell(SOURCE, true);
            assertThat(generation).isEqualTo(word + 1);
        }
        return thing;
    }

    @Test
    void theOtherHostHearsOfTheDiskOnlyWhenTheStoreHasReadItsBytes() {
        assertThat(next()).isEqualTo(Kind.TELL_EXPORT);
        moving.tell();
        assertThat(next()).isEqualTo(Kind.REST);
        moving.exported();
        assertThat(next()).isEqualTo(Kind.STORE);
        moving.stored("0".repeat(64));
        copy.fill();
        assertThat(next()).isEqualTo(Kind.TELL_EXPORT);
        assertThat(moving.tell().present()).isFalse();
        assertThat(next()).isEqualTo(Kind.FILL);
    }

    @Test
    void whatTheOtherHostIsToldIsNewerThanWhatAnyWasTold() {
        DiskSource source = new DiskSource(moving.objectId, DiskFormat.RAW, "0".repeat(64));
        DesiredDisk told = copy.tell(source);
        assertThat(told.generation()).isGreaterThan(onSource.desiredGeneration());
        assertThat(told.made()).isFalse();
        assertThat(told.source()).isEqualTo(source);
        copy.leave();
        DesiredDisk absent = copy.tell(source);
        assertThat(absent.present()).isFalse();
        assertThat(absent.source()).isNull();
        DiskCopy again = new DiskCopy(disk, pool, DiskType.NVME, copy, Revision.first(null, NOW));
        assertThat(again.tell(source).generation()).isGreaterThan(absent.generation());
    }

    @Test
    void itEndsWhenNeitherTheExportNorWhatWasLeftIsThere() {
        moving.over();
        moving.tell();
        copy.becomes(new Left(onSource, disk.storagePoolId()));
        assertThat(copy.host()).isEqualTo(SOURCE);
        assertThat(next()).isEqualTo(Kind.REMOVE_COPY);
        copy.tell(null);
        assertThat(next()).isEqualTo(Kind.REST);
        copy.released();
        assertThat(next()).isEqualTo(Kind.REST);
        moving.released();
        assertThat(next()).isEqualTo(Kind.END);
    }

    @Test
    void aHostThatIsNoMoreEndsItUnlessTheBytesAreElsewhere() {
        moving.tell();
        assertThat(move.next(HostState.DELETED, HostState.IN_SERVICE, NOW).kind())
                .isEqualTo(Kind.GIVE_UP);
        assertThat(move.next(HostState.IN_SERVICE, HostState.DELETED, NOW).kind())
                .isEqualTo(Kind.GIVE_UP);
        assertThat(move.next(HostState.FENCED, HostState.FENCED, NOW).kind()).isEqualTo(Kind.REST);
        moving.exported();
        moving.stored("0".repeat(64));
        assertThat(move.next(HostState.DELETED, HostState.IN_SERVICE, NOW).kind())
                .isEqualTo(Kind.RELEASE_EXPORT);
    }

    @Test
    void whatTakesTooLongIsSaidAndLookedAtThen() {
        moving.tell();
        assertThat(move.later()).isEqualTo(Next.DONE);
        moving.progress.waitUntil(NOW);
        assertThat(move.later()).isEqualTo(Next.at(NOW));
        Move.Step late = move.next(HostState.IN_SERVICE, HostState.IN_SERVICE, NOW);
        assertThat(late.kind()).isEqualTo(Kind.EXPLAIN_EXPORT);
        assertThat(late.reason()).isEqualTo("Its host has not answered yet");
    }

    private Kind next() {
        return move.next(HostState.IN_SERVICE, HostState.IN_SERVICE, NOW).kind();
    }
}
