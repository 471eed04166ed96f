package io.skyholm.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.deletion.DataOwner;
import io.skyholm.runtime.reconcile.Next;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In which order a round empties what is held, and when the next follows. */
class DeletionRoundTest {

    private static final Duration WAIT = Duration.ofSeconds(7);
    private static final List<List<DataHolder>> STAGES = List.of(
            List.of(holder("tokens")), List.of(holder("instances"), holder("addresses")), List.of(holder("subnets")));

    @Test
    void roundThatFindsNothingReachesEveryStage() {
        DeletionRound round = round(Map.of());
        assertThat(round.outcomes().keySet()).containsExactly("tokens", "instances", "addresses", "subnets");
        assertThat(round.isEmpty()).isTrue();
    }

    @Test
    void whatIsLeftHoldsUpTheStagesBehindItAndNothingBesideIt() {
        DeletionRound round = round(Map.of("instances", HoldingProgress.of(2, 0).waitingFor("their hosts")));
        assertThat(round.outcomes().keySet()).containsExactly("tokens", "instances", "addresses");
        assertThat(round.isEmpty()).isFalse();
    }

    @Test
    void whatFailsHoldsUpTheStagesBehindItToo() {
        DeletionRound round = round(Map.of("tokens", HoldingProgress.failed(new IllegalStateException("away"))));
        assertThat(round.outcomes().keySet()).containsExactly("tokens");
        assertThat(round.next(WAIT)).isEqualTo(Next.in(WAIT));
    }

    @Test
    void nextFollowsAtOnceWhileRowsGo() {
        assertThat(round(Map.of("tokens", HoldingProgress.of(450, 50))).next(WAIT))
                .isEqualTo(Next.NOW);
    }

    @Test
    void nextComesLaterWhereTheRestWaitsForSomething() {
        assertThat(round(Map.of("instances", HoldingProgress.of(2, 3).waitingFor("their hosts")))
                        .next(WAIT))
                .isEqualTo(Next.in(WAIT));
    }

    @Test
    void nextComesLaterWhereNothingIsLeftAndOnlyAdmittedCallsAreWaitedFor() {
        assertThat(round(Map.of()).next(WAIT)).isEqualTo(Next.in(WAIT));
    }

    private static DeletionRound round(Map<String, HoldingProgress> outcomes) {
        return DeletionRound.over(STAGES, holder -> Uni.createFrom()
                        .item(outcomes.getOrDefault(holder.holding().name(), HoldingProgress.of(0, 0))))
                .await()
                .indefinitely();
    }

    private static DataHolder holder(String name) {
        return DataHolder.of(
                new Holding(DataOwner.TENANT, DeletionStage.SETTINGS, name, Set.of()),
                (work, owner) -> Uni.createFrom().item(HoldingProgress.of(0, 0)));
    }
}
