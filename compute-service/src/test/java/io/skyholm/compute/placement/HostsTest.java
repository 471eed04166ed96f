package io.skyholm.compute.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of machines is as new as whoever asks needs it. */
class HostsTest {

    private final List<UniEmitter<? super Snapshot>> readings = new ArrayList<>();
    private final List<Snapshot> answers = new ArrayList<>();
    private final Hosts hosts = new Hosts(() -> Uni.createFrom().emitter(readings::add));

    @Test
    void whoAsksDuringAReadingGetsTheNextOne() {
        ask();
        ask();
        Snapshot earlier = ends(0);
        assertThat(answers).containsExactly(earlier);
        assertThat(ends(1)).isSameAs(answers.get(1)).isNotSameAs(earlier);
    }

    @Test
    void allWhoAskDuringAReadingShareTheNextOne() {
        ask();
        ask();
        ask();
        ends(0);
        Snapshot later = ends(1);
        assertThat(readings).hasSize(2);
        assertThat(answers.subList(1, 3)).containsExactly(later, later);
    }

    @Test
    void whoAsksAfterAReadingHasThemReadAnew() {
        ask();
        ends(0);
        ask();
        assertThat(ends(1)).isSameAs(answers.get(1));
    }

    @Test
    void readingThatFailsDoesNotFailTheNextOne() {
        ask();
        ask();
        readings.getFirst().fail(new IllegalStateException("The connection is gone"));
        assertThat(ends(1)).isSameAs(answers.getFirst());
    }

    @Test
    void whoAsksSoonGetsWhatWasReadAMomentAgoUnlessItIsDoubted() {
        ask();
        Snapshot earlier = ends(0);
        hosts.current().subscribe().with(answers::add);
        assertThat(answers).containsExactly(earlier, earlier);
        hosts.doubt();
        hosts.current().subscribe().with(answers::add);
        assertThat(ends(1)).isSameAs(answers.get(2));
    }

    @Test
    void whatIsDoubtedDuringAReadingIsReadAfterIt() {
        ask();
        hosts.doubt();
        hosts.current().subscribe().with(answers::add);
        Snapshot earlier = ends(0);
        assertThat(answers).containsExactly(earlier);
        assertThat(ends(1)).isSameAs(answers.get(1)).isNotSameAs(earlier);
    }

    private void ask() {
        hosts.fresh().subscribe().with(answers::add, failure -> {});
    }

    private Snapshot ends(int reading) {
        Snapshot taken = new Snapshot(List.of());
        readings.get(reading).complete(taken);
        return taken;
    }
}
