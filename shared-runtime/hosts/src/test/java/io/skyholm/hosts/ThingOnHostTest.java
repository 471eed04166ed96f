package io.skyholm.hosts;

import static org.assertj.core.api.Assertions.assertThat;

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
}
