package io.skyholm.runtime.testing.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CommittedProblemsTest {

    private static final String FULL = "The shelf holds 7 notes; take one away";

    private final RecordedProblems recorded = new RecordedProblems();

    CommittedProblemsTest() {
        got("SHELF_FULL", FULL);
        got("SHELF_FULL", "The shelf holds 7 notes; take one away");
        got("SHELF_FULL", "The shelf is being painted");
        got("NOTE_TAKEN", "The note 01a21d18-c0ce-73b5-b172-f2f7d9661704 is taken");
    }

    @Test
    void hasNothingToSayOfWhatTestsGotButForNumbers() {
        assertThat(committed(Map.of("SHELF_FULL", "The shelf holds 30 notes; take one away"), "SHELF_FULL")
                        .faults(recorded))
                .isEmpty();
    }

    @Test
    void whichStateStoodInTheWayMayDifferFromRunToRun() {
        got("NOTE_BUSY", "A STOP is going on; wait for its end");
        assertThat(committed(Map.of("NOTE_BUSY", "A RESIZE is going on; wait for its end"), "NOTE_BUSY")
                        .faults(recorded))
                .isEmpty();
        assertThat(committed(Map.of("NOTE_BUSY", "A RESIZE is going on; try again"), "NOTE_BUSY")
                        .faults(recorded))
                .containsExactly("NOTE_BUSY: problems say something else");
    }

    @Test
    void namesWhatIsMissingWhatNobodySaidAndWhatNobodyShows() {
        assertThat(committed(Map.of("NOTE_TAKEN", "It is gone", "NOTE_LOST", "Look for it"), "SHELF_FULL", "NOTE_TAKEN")
                        .faults(recorded))
                .isEqualTo(List.of(
                        "SHELF_FULL: there is none",
                        "NOTE_LOST: no operation shows it",
                        "NOTE_TAKEN: problems say something else"));
    }

    @Test
    void leavesToPeopleWhatNoTestBringsAbout() {
        assertThat(committed(Map.of("NOTE_TORN", "Try again"), "NOTE_TORN").faults(recorded))
                .isEmpty();
    }

    @Test
    void takesWhatIsSaidMostOftenWithoutAnybodysIds() {
        assertThat(committed(Map.of("NOTE_LOST", "Look for it"), "SHELF_FULL", "NOTE_TAKEN")
                        .completed(recorded)
                        .details())
                .isEqualTo(Map.of("SHELF_FULL", FULL, "NOTE_TAKEN", "The note is taken"));
    }

    @Test
    void leavesWhatIsStillRight() {
        Map<String, String> right = Map.of("SHELF_FULL", "The shelf is being painted");
        assertThat(committed(right, "SHELF_FULL").completed(recorded).details()).isEqualTo(right);
    }

    private void got(String code, String detail) {
        recorded.add(new RecordedAnswer(
                "GET",
                "/v1/notes",
                409,
                "application/problem+json",
                Set.of(),
                "{\"code\":\"%s\",\"detail\":\"%s\"}".formatted(code, detail)));
    }

    private static CommittedProblems committed(Map<String, String> own, String... wanted) {
        return new CommittedProblems(own, new TreeSet<>(List.of(wanted)));
    }
}
