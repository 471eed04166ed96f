package io.skyholm.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.ThingState;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a row remembers of its host; what reports make of it is tested on the database. */
class ThingOnHostTest {

    private final UUID host = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final ThingOnHost thing = new ThingOnHost();

    @Test
    void generationsCountWhatAHostIsTold() {
        assertThat(thing.nextGeneration(host)).isEqualTo(1);
        assertThat(thing.tell(host, true)).isEqualTo(1);
        assertThat(thing.tell(host, true)).isEqualTo(2);
        assertThat(thing.nextGeneration(host)).isEqualTo(3);
        assertThat(thing.tell(host, false)).isEqualTo(3);
        assertThat(thing.isDesired()).isFalse();
    }

    /** One more than what was told last, as orphans are told. */
    @Test
    void whatComesBackToAHostIsNewerThanItsAbsenceThere() {
        thing.tell(host, true);
        thing.leave();
        long absence = thing.desiredGeneration() + 1;
        assertThat(thing.nextGeneration(host)).isGreaterThan(absence);
        assertThat(thing.tell(host, true)).isGreaterThan(absence);
        thing.tell(other, true);
        long another = thing.desiredGeneration() + 1;
        assertThat(thing.tell(host, true)).isGreaterThan(another);
    }

    @Test
    void aThingOnOneMoreHostIsToldThereWhatIsNewerAndStaysAsItIsWhereItWas() {
        thing.tell(host, true);
        thing.tell(host, true);
        ThingOnHost copy = thing.on(other);
        assertThat(copy.host()).isEqualTo(other);
        assertThat(copy.isDesired()).isFalse();
        assertThat(copy.tell(other, true)).isGreaterThan(thing.desiredGeneration() + 1);
        assertThat(thing.host()).isEqualTo(host);
        assertThat(thing.tell(host, true)).isEqualTo(3);
    }

    @Test
    void aThingWithoutAHostIsNowhere() {
        thing.tell(host, true);
        assertThat(thing.isDesired()).isTrue();
        thing.leave();
        assertThat(thing.host()).isNull();
        assertThat(thing.isDesired()).isFalse();
        assertThat(thing.isSettled()).isFalse();
        assertThat(thing.state()).isNull();
        assertThat(thing.isProvenGone()).isFalse();
    }

    @Test
    void whatNoHostWasToldOfIsGoneWithoutProof() {
        thing.assign(host);
        assertThat(thing.isProvenGone()).isTrue();
        assertThat(thing.tell(host, true)).isEqualTo(1);
        assertThat(thing.isProvenGone()).isFalse();
        thing.tell(host, false);
        assertThat(thing.isProvenGone()).isFalse();
    }

    @Test
    void aHostThatIsFencedOrDeletedIsProofThatNothingIsThere() {
        thing.tell(host, true);
        assertThat(thing.isGone(HostState.IN_SERVICE)).isFalse();
        assertThat(thing.isGone(HostState.FENCED)).isTrue();
        assertThat(thing.isGone(HostState.DELETED)).isTrue();
    }

    /** Whatever is done to it, in whatever order, as far as a host's reports decide. */
    @Test
    void whateverAHostReportedTheNextOneIsHeard() {
        Random random = new Random(7);
        List<UUID> hosts = List.of(host, other, UUID.randomUUID());
        long highest = 0;
        for (int step = 0; step < 10_000; step++) {
            UUID before = thing.host();
            switch (random.nextInt(5)) {
                case 0 -> thing.leave();
                case 1 -> thing.assign(hosts.get(random.nextInt(hosts.size())));
                case 2 -> report(random.nextBoolean() ? Long.MAX_VALUE : thing.desiredGeneration());
                default -> highest = told(random, hosts, highest);
            }
            if (!Objects.equals(before, thing.host())) {
                assertThat(thing.seenGeneration).isZero();
                assertThat(thing.state()).isNull();
                assertThat(thing.isSettled()).isFalse();
                assertThat(thing.hasSettled(1)).isFalse();
            }
        }
        assertThat(highest).isGreaterThan(1_000);
    }

    private long told(Random random, List<UUID> hosts, long highest) {
        long generation = thing.tell(hosts.get(random.nextInt(hosts.size())), random.nextBoolean());
        assertThat(generation).isGreaterThan(highest);
        return generation;
    }

    /** As the statement notes it, also of a row that was written before generations were compared. */
    private void report(long generation) {
        thing.seenGeneration = generation;
        thing.seenState = ThingState.RUNNING;
        thing.seenSettled = true;
    }
}
