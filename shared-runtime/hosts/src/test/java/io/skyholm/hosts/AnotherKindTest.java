package io.skyholm.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.volume.DesiredVolume;
import io.skyholm.hosts.volume.Volume;
import io.skyholm.hosts.volume.Volumes;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kind of thing that nobody but this test knows goes its whole way: the package {@code volume} is all that it takes. */
@QuarkusTest
class AnotherKindTest {

    private static final Sql SQL = Sql.asSuperuser("support");

    @Inject
    Volumes volumes;

    @Inject
    JoinedHosts joined;

    private final HostKeys keys = HostKeys.fresh();
    private final UUID host = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID pool = UUID.randomUUID();
    private final UUID volume = UUID.randomUUID();

    @BeforeEach
    void hostsJoinAndThereIsAVolume() {
        joined.known.put(host, keys.publicKey());
        joined.known.put(other, keys.publicKey());
        done(() -> volumes.create(new Volume(volume, pool, 10)));
    }

    @Test
    void itIsToldSeenAndProvenGone() {
        done(() -> volumes.tell(volume, host, true));
        assertThat(lastTold(host)).contains(new DesiredVolume(volume, 1, true, 10));
        saw(host, 1, ThingState.RUNNING);
        isSeen(1, ThingState.RUNNING);
        assertThat(volumes.woken).contains(pool);

        done(() -> volumes.tell(volume, host, false));
        assertThat(lastTold(host)).contains(new DesiredVolume(volume, 2, false, 10));
        saw(host, 2, ThingState.ABSENT);
        isSeen(2, ThingState.ABSENT);
        done(() -> volumes.leave(volume, HostState.IN_SERVICE));
        assertThat(lastTold(host)).isEmpty();
        assertThat(tombstones(host)).containsExactly(2L);
    }

    @Test
    void whatAHostMadeOfSomethingOlderIsNoAnswer() {
        done(() -> volumes.tell(volume, host, true));
        done(() -> volumes.tell(volume, host, false));
        saw(host, 2, ThingState.CHANGING);
        isSeen(2, ThingState.CHANGING);
        saw(host, 1, ThingState.ABSENT);
        saw(host, 2, ThingState.RUNNING);
        isSeen(2, ThingState.RUNNING);
    }

    @Test
    void aGenerationThatNobodyToldIsNoAnswer() {
        done(() -> volumes.tell(volume, host, true));
        saw(host, Long.MAX_VALUE, ThingState.FAILED);
        saw(host, 1, ThingState.RUNNING);
        isSeen(1, ThingState.RUNNING);

        done(() -> volumes.leave(volume, HostState.FENCED));
        done(() -> volumes.tell(volume, other, true));
        saw(other, 3, ThingState.RUNNING);
        isSeen(3, ThingState.RUNNING);
    }

    @Test
    void aGenerationThatNobodyToldHidesNothingThatIsReportedWithIt() {
        done(() -> volumes.tell(volume, host, true));
        Instant now = Instant.now();
        Broker.tell(keys.signed(new Observed(
                host, now, List.of(seen(1, ThingState.RUNNING, now), seen(Long.MAX_VALUE, ThingState.FAILED, now)))));
        isSeen(1, ThingState.RUNNING);
    }

    @Test
    void aClockThatWasAheadHoldsBackNothingThatIsTrue() {
        done(() -> volumes.tell(volume, host, true));
        Instant nextYear = Instant.now().plus(Duration.ofDays(365));
        Broker.tell(keys.signed(new Observed(host, nextYear, List.of(seen(1, ThingState.CHANGING, nextYear)))));
        isSeen(1, ThingState.CHANGING);
        Eventually.rows(1, "select count(*) from volume where id = ? and seen_at <= now()", volume);
        saw(host, 1, ThingState.RUNNING);
        isSeen(1, ThingState.RUNNING);
    }

    @Test
    void nobodyReportsForAHostButItself() {
        done(() -> volumes.tell(volume, host, true));
        Broker.tell(HostKeys.fresh().signed(observed(host, 1, ThingState.ABSENT)));
        saw(other, 1, ThingState.ABSENT);
        saw(host, 1, ThingState.RUNNING);
        isSeen(1, ThingState.RUNNING);
    }

    @Test
    void whatAFencedHostBringsBackIsRemovedThereAndStaysWhereItIs() {
        done(() -> volumes.tell(volume, host, true));
        done(() -> volumes.leave(volume, HostState.FENCED));
        assertThat(tombstones(host)).containsExactly(1L);
        done(() -> volumes.tell(volume, other, true));
        DesiredVolume elsewhere = lastTold(other).orElseThrow();
        assertThat(elsewhere.generation()).isEqualTo(3);

        shows(host, 1, ThingState.RUNNING);
        DesiredVolume absence = Eventually.found(
                        "its absence is desired", () -> lastTold(host), told -> told.isPresent())
                .orElseThrow();
        assertThat(absence).isEqualTo(new DesiredVolume(volume, 4, false, 10));
        saw(host, 4, ThingState.ABSENT);
        Eventually.holds("that is withdrawn", () -> lastTold(host).isEmpty());
        assertThat(tombstones(host)).containsExactly(1L, 4L);
        assertThat(lastTold(other)).contains(elsewhere);

        done(() -> volumes.tell(volume, host, true));
        assertThat(lastTold(host).orElseThrow().generation()).isGreaterThan(absence.generation());
    }

    @Test
    void nothingIsWithdrawnFromAHostThatIsDeleted() {
        done(() -> volumes.tell(volume, host, true));
        done(() -> volumes.leave(volume, HostState.DELETED));
        done(() -> volumes.tell(volume, other, true));
        assertThat(lastTold(other)).isPresent();
        assertThat(tombstones(host)).isEmpty();
    }

    @Test
    void whatIsDeletedIsRemovedWhereverItTurnsUp() {
        done(() -> volumes.tell(volume, host, true));
        SQL.change("update volume set deleted_at = now() where id = ?", volume);
        shows(host, 1, ThingState.RUNNING);
        Eventually.holds(
                "its absence is desired",
                () -> lastTold(host).filter(told -> !told.present()).isPresent());
    }

    private void saw(UUID by, long generation, ThingState state) {
        Broker.tell(keys.signed(observed(by, generation, state)));
    }

    private void shows(UUID by, long generation, ThingState state) {
        Broker.tell(keys.signed(new Inventory(by, Instant.now(), 1, 1, List.of(seen(generation, state)))));
    }

    private HostReport observed(UUID by, long generation, ThingState state) {
        return new Observed(by, Instant.now(), List.of(seen(generation, state)));
    }

    private Observation seen(long generation, ThingState state) {
        return seen(generation, state, Instant.now());
    }

    private Observation seen(long generation, ThingState state, Instant at) {
        boolean settled = state != ThingState.CHANGING;
        return new Observation(DesiredVolume.KIND, volume, generation, state, settled, 0, 0, null, at);
    }

    private void isSeen(long generation, ThingState state) {
        Eventually.rows(
                1,
                "select count(*) from volume where id = ? and seen_generation = ? and seen_state = ?",
                volume,
                generation,
                state.name());
    }

    /** The latest that a host was told of it; empty if that was withdrawn, or nothing. */
    private Optional<DesiredVolume> lastTold(UUID by) {
        return SQL
                .rows(
                        "select payload from outbox_event where aggregate_type = ? and aggregate_id = ? order by id desc"
                                + " limit 1",
                        "host.desired." + by,
                        "volume/" + volume)
                .stream()
                .filter(row -> row.get("payload") != null)
                .map(row -> EventJson.read(String.valueOf(row.get("payload")), DesiredVolume.class))
                .findFirst();
    }

    private List<Long> tombstones(UUID by) {
        return SQL
                .rows(
                        "select generation from outbox_event where aggregate_type = ? and aggregate_id = ?"
                                + " and payload is null order by id",
                        "host.desired." + by,
                        "volume/" + volume)
                .stream()
                .map(row -> Long.valueOf(String.valueOf(row.get("generation"))))
                .toList();
    }

    private static void done(Supplier<Uni<Void>> change) {
        Chains.outcomeOf(change);
    }
}
