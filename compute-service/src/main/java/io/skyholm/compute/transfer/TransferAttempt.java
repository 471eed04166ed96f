package io.skyholm.compute.transfer;

import io.skyholm.events.compute.GoodsContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One acceptance of a transfer, from which compute decides alone whether it comes about. Nothing refuses once all have prepared, and until then
 * nothing has happened: so the one commit that says so is the moment for all.
 *
 * @param number counts the acceptances of a transfer
 * @param agreed what was offered at most of each quota, which whoever has accepted it has read
 * @param answers of the contexts that have answered this attempt
 */
record TransferAttempt(
        long number, Instant deadline, Map<String, Long> agreed, Map<GoodsContext, TransferAnswer> answers) {

    private static final String LATE = "It took too long until everything was ready; accept it again";
    private static final String GROWN = "There is more of it than was offered; it has to be offered again";

    /** What compute does next. */
    enum Move {
        /** Somebody has not answered yet. */
        WAIT,
        /** From this moment on it is the other tenant's. */
        COMMIT,
        /** It stays whose it was, and everybody lets go of what they have prepared. */
        ABANDON
    }

    /** The same with one answer more. An answer to another attempt, or a second one, changes nothing. */
    TransferAttempt with(TransferAnswer answer) {
        if (answer.attempt() != number || answers.containsKey(answer.context())) {
            return this;
        }
        Map<GoodsContext, TransferAnswer> more = new EnumMap<>(GoodsContext.class);
        more.putAll(answers);
        more.put(answer.context(), answer);
        return new TransferAttempt(number, deadline, agreed, Map.copyOf(more));
    }

    /** What follows from what has been answered: that all have prepared counts also after the deadline, since nobody lets go of anything by themselves. */
    Move next(Instant now) {
        if (isRefused() || hasGrown()) {
            return Move.ABANDON;
        }
        if (answers.keySet().containsAll(List.of(GoodsContext.values()))) {
            return Move.COMMIT;
        }
        return now.isBefore(deadline) ? Move.WAIT : Move.ABANDON;
    }

    /** Why it is abandoned. */
    Reason reason() {
        if (!isRefused()) {
            return Reason.ofBoth(hasGrown() ? GROWN : LATE);
        }
        String ofGiver = refusals(answer -> !answer.refusedByReceiver());
        String ofReceiver = refusals(TransferAnswer::refusedByReceiver);
        if (ofGiver.isEmpty()) {
            return Reason.ofReceiver(ofReceiver);
        }
        return ofReceiver.isEmpty() ? Reason.ofGiver(ofGiver) : new Reason(ofGiver, ofReceiver);
    }

    /** What is in the way, if anything is. */
    Reason reasonIfRefused() {
        return isRefused() ? reason() : new Reason(null, null);
    }

    private boolean isRefused() {
        return answers.values().stream().anyMatch(answer -> !answer.isPrepared());
    }

    private String refusals(Predicate<TransferAnswer> whose) {
        return answers.values().stream()
                .filter(answer -> !answer.isPrepared())
                .filter(whose)
                .map(answer -> Objects.requireNonNull(answer.refusal()))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private boolean hasGrown() {
        return answers.values().stream()
                .flatMap(answer -> answer.counts().entrySet().stream())
                .anyMatch(count -> count.getValue() > agreed.getOrDefault(count.getKey(), 0L));
    }
}
