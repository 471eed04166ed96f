package io.skyholm.compute.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.transfer.TransferAttempt.Move;
import io.skyholm.events.compute.GoodsContext;
import io.skyholm.runtime.agreement.Participation;
import io.skyholm.runtime.agreement.Participation.Phase;
import io.skyholm.runtime.agreement.Participation.Told;
import io.skyholm.runtime.agreement.Participation.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compute and the contexts as they are when facts come late, more than once and after newer ones, or are left out since a newer one tells the same,
 * and when each may be killed before any of its steps: whatever happens, all of an instance is in the end with one tenant, and counts once.
 */
class TransferProtocolTest {

    private static final int RUNS = 3_000;
    private static final int STEPS = 60;
    private static final Instant DEADLINE = Instant.parse("2026-03-01T08:10:00Z");

    private Random random = new Random(0);
    private final List<Fact> facts = new ArrayList<>();
    private final List<TransferAnswer> answers = new ArrayList<>();
    private final Map<GoodsContext, Participant> participants = new EnumMap<>(GoodsContext.class);
    private TransferAttempt attempt = attempt(0);
    private boolean isAccepted;
    private boolean isDone;
    private int given;
    private int abandoned;

    /** What compute has told, in its order. */
    private record Fact(long attempt, Told told) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000})
    void allIsWithOneTenantInTheEndAndCountsOnce(long seed) {
        random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            begin();
            for (int step = 0; step < STEPS; step++) {
                stepOfSomebody();
                check();
            }
            settle();
        }
        assertThat(given).isGreaterThan(RUNS / 10);
        assertThat(abandoned).isGreaterThan(RUNS / 10);
    }

    private void begin() {
        facts.clear();
        answers.clear();
        for (GoodsContext context : GoodsContext.values()) {
            participants.put(context, new Participant(context));
        }
        attempt = attempt(0);
        isAccepted = false;
        isDone = false;
    }

    private static TransferAttempt attempt(long number) {
        return new TransferAttempt(number, DEADLINE, Map.of("dataDisks", 1L), Map.of());
    }

    private void stepOfSomebody() {
        switch (random.nextInt(4)) {
            case 0 -> accept();
            case 1 -> decide(random.nextInt(5) == 0);
            case 2 -> hearAnswer(answers.isEmpty() ? 0 : random.nextInt(answers.size()));
            default -> someone().hear(facts.isEmpty() ? 0 : random.nextInt(facts.size()));
        }
    }

    private Participant someone() {
        List<Participant> all = List.copyOf(participants.values());
        return all.get(random.nextInt(all.size()));
    }

    private void accept() {
        if (!isAccepted && !isDone) {
            attempt = attempt(attempt.number() + 1);
            isAccepted = true;
            facts.add(new Fact(attempt.number(), Told.ACCEPTED));
        }
    }

    private void decide(boolean isLate) {
        if (!isAccepted) {
            return;
        }
        Move move = attempt.next(isLate ? DEADLINE : DEADLINE.minusSeconds(1));
        if (move == Move.COMMIT) {
            isDone = true;
            facts.add(new Fact(attempt.number(), Told.DONE));
        } else if (move == Move.ABANDON) {
            facts.add(new Fact(attempt.number(), Told.ABANDONED));
        }
        isAccepted = move == Move.WAIT;
    }

    private void hearAnswer(int which) {
        if (isAccepted && which < answers.size()) {
            attempt = attempt.with(answers.get(which));
        }
    }

    /** Before compute has decided, nobody has given anything; once it has, nobody may let go. */
    private void check() {
        for (Participant participant : participants.values()) {
            Phase phase = participant.participation.phase();
            if (!isDone) {
                assertThat(phase).isNotEqualTo(Phase.GIVEN);
            } else {
                assertThat(phase).isIn(Phase.PREPARED, Phase.GIVEN);
            }
            assertThat(participant.ofGiver + participant.ofReceiver).isBetween(1, 2);
        }
    }

    /** Everybody is there again, and all that was told comes, the newest last. */
    private void settle() {
        for (Participant participant : participants.values()) {
            participant.hearAll();
        }
        for (int which = 0; which < answers.size(); which++) {
            hearAnswer(which);
        }
        decide(true);
        for (Participant participant : participants.values()) {
            participant.hearAll();
            assertThat(participant.ofReceiver).isEqualTo(isDone ? 1 : 0);
            assertThat(participant.ofGiver).isEqualTo(isDone ? 0 : 1);
            assertThat(participant.participation.phase()).isNotEqualTo(Phase.PREPARED);
        }
        given += isDone ? 1 : 0;
        abandoned += isDone ? 0 : 1;
    }

    /** A context, with what counts of it in each quota. */
    private final class Participant {

        private final GoodsContext context;
        private Participation participation = Participation.NOTHING;
        private int ofGiver = 1;
        private int ofReceiver;

        Participant(GoodsContext context) {
            this.context = context;
        }

        void hearAll() {
            for (int which = 0; which < facts.size(); which++) {
                hear(which);
            }
        }

        void hear(int which) {
            if (which >= facts.size()) {
                return;
            }
            Fact fact = facts.get(which);
            Work work = participation.on(fact.attempt(), fact.told());
            while (work != Work.NOTHING) {
                make(work, fact);
                work = participation.on(fact.attempt(), fact.told());
            }
            participation = participation.after(fact.attempt(), Work.NOTHING, null);
        }

        private void make(Work work, Fact fact) {
            String refusal = work == Work.PREPARE && random.nextInt(4) == 0 ? "The quota is full" : null;
            switch (work) {
                case PREPARE -> {
                    ofReceiver += refusal == null ? 1 : 0;
                    answers.add(new TransferAnswer(context, fact.attempt(), Map.of("dataDisks", 1L), refusal, false));
                }
                case GIVE -> ofGiver--;
                case LET_GO -> ofReceiver--;
                case NOTHING -> {}
            }
            participation = participation.after(fact.attempt(), work, refusal);
        }
    }
}
