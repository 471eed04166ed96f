package io.skyholm.compute.transfer;

import static io.skyholm.events.compute.GoodsContext.NETWORK;
import static io.skyholm.events.compute.GoodsContext.STORAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.transfer.TransferAttempt.Move;
import io.skyholm.events.compute.GoodsContext;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether an accepted transfer comes about. */
class TransferAttemptTest {

    private static final Instant DEADLINE = Instant.parse("2026-03-01T08:10:00Z");
    private static final Instant BEFORE = DEADLINE.minusSeconds(1);
    private static final Map<String, Long> ONE_DISK = Map.of("dataDisks", 1L);

    private final TransferAttempt attempt = new TransferAttempt(2, DEADLINE, ONE_DISK, Map.of());

    @Test
    void itComesAboutWhenAllHavePreparedAlsoAfterTheDeadline() {
        assertThat(attempt.next(BEFORE)).isEqualTo(Move.WAIT);
        TransferAttempt half = attempt.with(prepared(STORAGE, 2, ONE_DISK));
        assertThat(half.next(BEFORE)).isEqualTo(Move.WAIT);
        TransferAttempt all = half.with(prepared(NETWORK, 2, Map.of()));
        assertThat(all.next(BEFORE)).isEqualTo(Move.COMMIT);
        assertThat(all.next(DEADLINE)).isEqualTo(Move.COMMIT);
    }

    @Test
    void whoDoesNotAnswerInTimeHasItAbandoned() {
        TransferAttempt half = attempt.with(prepared(STORAGE, 2, ONE_DISK));
        assertThat(half.next(DEADLINE)).isEqualTo(Move.ABANDON);
        assertThat(half.reason().giver()).startsWith("It took too long");
    }

    @Test
    void oneRefusalIsEnoughAndAllReasonsAreSaid() {
        TransferAttempt refused = attempt.with(new TransferAnswer(STORAGE, 2, Map.of(), "The quota is full", true));
        assertThat(refused.next(BEFORE)).isEqualTo(Move.ABANDON);
        assertThat(refused.with(new TransferAnswer(NETWORK, 2, Map.of(), "A subnet is gone", true))
                        .reason())
                .isEqualTo(Reason.ofReceiver("A subnet is gone; The quota is full"));
    }

    @Test
    void eachOfTheTwoReadsWhatItCanMend() {
        TransferAttempt refused = attempt.with(new TransferAnswer(STORAGE, 2, Map.of(), "The disk grows", false));
        assertThat(refused.reason()).isEqualTo(Reason.ofGiver("The disk grows"));
        assertThat(refused.with(new TransferAnswer(NETWORK, 2, Map.of(), "The quota is full", true))
                        .reason())
                .isEqualTo(new Reason("The disk grows", "The quota is full"));
        assertThat(attempt.reasonIfRefused()).isEqualTo(new Reason(null, null));
    }

    @Test
    void moreThanWasOfferedIsNotTaken() {
        TransferAttempt grown = attempt.with(prepared(STORAGE, 2, Map.of("dataDisks", 2L)));
        assertThat(grown.next(BEFORE)).isEqualTo(Move.ABANDON);
        assertThat(grown.reason().receiver()).contains("offered again");
        assertThat(attempt.with(prepared(NETWORK, 2, Map.of("floatingAddresses", 1L)))
                        .next(BEFORE))
                .isEqualTo(Move.ABANDON);
    }

    @Test
    void whatWasAnsweredToAnotherAttemptOrTwiceChangesNothing() {
        assertThat(attempt.with(prepared(STORAGE, 1, ONE_DISK))).isEqualTo(attempt);
        TransferAttempt half = attempt.with(prepared(STORAGE, 2, ONE_DISK));
        assertThat(half.with(new TransferAnswer(STORAGE, 2, Map.of(), "Too late", false)))
                .isEqualTo(half);
    }

    private static TransferAnswer prepared(GoodsContext context, long attempt, Map<String, Long> counts) {
        return new TransferAnswer(context, attempt, counts, null, false);
    }
}
