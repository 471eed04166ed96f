package io.skyholm.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostText;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.ObservedThings.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ObservedThingsTest {

    private static final ThingKind KIND = new ThingKind("VOLUME");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final UUID host = UUID.randomUUID();
    private final UUID thing = UUID.randomUUID();

    @Test
    void theLastWordCounts() {
        Seen seen = only(
                observed(seen(1, ThingState.CHANGING, NOW)), observed(seen(1, ThingState.RUNNING, NOW.plusSeconds(1))));
        assertThat(seen.observation().state()).isEqualTo(ThingState.RUNNING);
    }

    @Test
    void anOlderWordThatComesLaterCountsForNothing() {
        Seen byGeneration = only(
                observed(seen(2, ThingState.STOPPED, NOW)), observed(seen(1, ThingState.RUNNING, NOW.plusSeconds(1))));
        Seen byTime = only(
                observed(seen(1, ThingState.RUNNING, NOW.plusSeconds(1))), observed(seen(1, ThingState.CHANGING, NOW)));
        assertThat(byGeneration.observation().state()).isEqualTo(ThingState.STOPPED);
        assertThat(byTime.observation().state()).isEqualTo(ThingState.RUNNING);
    }

    @Test
    void aNewerOneHidesNoneOfWhatWasReportedBesideIt() {
        ObservedThings seen = ObservedThings.in(
                List.of(observed(seen(Long.MAX_VALUE, ThingState.FAILED, NOW), seen(1, ThingState.RUNNING, NOW))),
                KIND);
        assertThat((Long[]) seen.columns()[2]).containsExactly(1L, Long.MAX_VALUE);
        assertThat((String[]) seen.columns()[3]).containsExactly("RUNNING", "FAILED");
    }

    @Test
    void whatItWasOnTheWayIsNotForgotten() {
        Seen seen = only(
                observed(seen(1, ThingState.RUNNING, NOW)), observed(seen(2, ThingState.CHANGING, NOW.plusSeconds(1))));
        assertThat(seen.observation().state()).isEqualTo(ThingState.CHANGING);
        assertThat(seen.lastState()).isEqualTo(ThingState.RUNNING);
    }

    @Test
    void whatAnInventoryShowedIsHeldUntilItIsGone() {
        Seen held = only(inventory(seen(1, ThingState.RUNNING, NOW)));
        Seen gone = only(
                inventory(seen(1, ThingState.RUNNING, NOW)), observed(seen(2, ThingState.ABSENT, NOW.plusSeconds(1))));
        assertThat(held.isHeld()).isTrue();
        assertThat(held.isGone()).isFalse();
        assertThat(gone.isHeld()).isFalse();
        assertThat(gone.isGone()).isTrue();
    }

    @Test
    void aWordInPassingIsNoAccountOfAllThereIs() {
        assertThat(only(observed(seen(1, ThingState.RUNNING, NOW))).isHeld()).isFalse();
    }

    @Test
    void twoHostsThatHoldTheSameAreKeptApart() {
        UUID other = UUID.randomUUID();
        ObservedThings seen = ObservedThings.in(
                List.of(
                        inventory(seen(1, ThingState.RUNNING, NOW)),
                        new Inventory(other, NOW, 1, 1, List.of(seen(1, ThingState.STOPPED, NOW)))),
                KIND);
        assertThat(seen.byGeneration()).hasSize(2);
    }

    @Test
    void thingsOfAnotherKindAreNotAmongThem() {
        assertThat(ObservedThings.in(List.of(inventory(seen(1, ThingState.RUNNING, NOW))), new ThingKind("OTHER"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void heartbeatsAreKnownByTheirBeginning() {
        assertThat(mayTellOfThings(new Heartbeat(host, NOW, "1", 0, 0, 0, false, List.of())))
                .isFalse();
        assertThat(mayTellOfThings(inventory(seen(1, ThingState.RUNNING, NOW)))).isTrue();
        assertThat(mayTellOfThings(observed(seen(1, ThingState.RUNNING, NOW)))).isTrue();
    }

    @Test
    void aLongDetailIsCutWhereItIsStored() {
        Observation failed = new Observation(KIND, thing, 1, ThingState.FAILED, false, 0, 0, "x".repeat(5_000), NOW);
        ObservedThings seen = ObservedThings.in(List.of(observed(failed)), KIND);
        assertThat((String[]) seen.columns()[5]).containsExactly("x".repeat(HostText.LONGEST));
    }

    private static boolean mayTellOfThings(HostReport report) {
        return ObservedThings.mayTellOfThings(EventJson.write(report));
    }

    private Seen only(HostReport... reports) {
        return Objects.requireNonNull(ObservedThings.in(List.of(reports), KIND).of(host, thing));
    }

    private Observed observed(Observation... things) {
        return new Observed(host, NOW, List.of(things));
    }

    private Inventory inventory(Observation... things) {
        return new Inventory(host, NOW, 1, 1, List.of(things));
    }

    private Observation seen(long generation, ThingState state, Instant at) {
        return new Observation(KIND, thing, generation, state, true, 0, 0, null, at);
    }
}
