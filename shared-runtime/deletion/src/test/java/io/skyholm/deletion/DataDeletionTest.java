package io.skyholm.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.deletion.DataDeletionStatus;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.events.deletion.HeldData;
import io.skyholm.runtime.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DataDeletionTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private final DataDeletion deletion =
            new DataDeletion(DataOwner.TENANT, UUID.randomUUID(), UUID.randomUUID(), START);

    @Test
    void whatWasDeletedIsCountedOverAllRounds() {
        deletion.note(Map.of("groups", HoldingProgress.of(70, 50)), START);
        deletion.note(Map.of("groups", HoldingProgress.of(20, 50)), START);
        deletion.note(Map.of("groups", HoldingProgress.of(0, 20)), START);
        assertThat(deletion.holdings).containsExactly(new HeldData("groups", 0, 120, null));
    }

    @Test
    void firstRoundIsNewsAndOneThatChangesNothingIsNot() {
        assertThat(deletion.note(Map.of(), START)).isTrue();
        assertThat(deletion.note(Map.of("groups", HoldingProgress.of(3, 0).waitingFor("rain")), START))
                .isTrue();
        assertThat(deletion.note(Map.of("groups", HoldingProgress.of(3, 0).waitingFor("rain")), START))
                .isFalse();
        assertThat(deletion.note(Map.of("groups", HoldingProgress.of(3, 0).waitingFor("snow")), START))
                .isTrue();
        assertThat(deletion.generation).isEqualTo(3);
    }

    @Test
    void stagesThatHaveNotBegunAreNotListed() {
        Map<String, HoldingProgress> first = new LinkedHashMap<>();
        first.put("tokens", HoldingProgress.of(0, 2));
        first.put("instances", HoldingProgress.of(1, 0).waitingFor("its host"));
        deletion.note(first, START);
        assertThat(deletion.holdings).extracting(HeldData::name).containsExactly("tokens", "instances");
        deletion.note(Map.of("subnets", HoldingProgress.of(0, 1)), START);
        assertThat(deletion.holdings).extracting(HeldData::name).containsExactly("tokens", "instances", "subnets");
    }

    @Test
    void whatIsEmptyWaitsForNothing() {
        assertThat(HoldingProgress.of(0, 3).waitingFor("rain").waitsFor()).isNull();
    }

    @Test
    void sameFailureWithOtherIdsIsNoNewsAndWhatWasCountedBeforeStays() {
        deletion.note(Map.of("groups", HoldingProgress.of(20, 50)), START);
        assertThat(deletion.note(Map.of("groups", failed()), START)).isTrue();
        assertThat(deletion.note(Map.of("groups", failed()), START)).isFalse();
        assertThat(deletion.holdings)
                .containsExactly(new HeldData("groups", 20, 50, "it failed: java.lang.IllegalStateException"));
        assertThat(failed().isDone()).isFalse();
        assertThat(HoldingProgress.failed(Problem.notFound("group")).waitsFor()).isEqualTo("it failed: NOT_FOUND");
    }

    private static HoldingProgress failed() {
        return HoldingProgress.failed(new IllegalStateException("row " + UUID.randomUUID()));
    }

    @Test
    void whatDoesNotMoveIsLookedAtLessAndLessOften() {
        deletion.note(Map.of("groups", HoldingProgress.of(3, 0).waitingFor("rain")), START);
        assertThat(deletion.wait(START)).isEqualTo(Duration.ofSeconds(1));
        assertThat(deletion.wait(START.plusSeconds(40))).isEqualTo(Duration.ofSeconds(10));
        assertThat(deletion.wait(START.plusSeconds(86_400))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void completedDeletionSaysWhen() {
        deletion.note(Map.of(), START);
        deletion.complete(START.plusSeconds(9));
        assertThat(deletion.fact("network").status()).isEqualTo(DataDeletionStatus.DELETED);
        assertThat(deletion.fact("network").completedAt()).isEqualTo(START.plusSeconds(9));
        assertThat(deletion.isComplete()).isTrue();
    }
}
