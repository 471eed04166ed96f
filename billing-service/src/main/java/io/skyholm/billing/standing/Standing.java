package io.skyholm.billing.standing;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant may do with its money. Each is decided from the one before it, the numbers of now and the tenant's limits; so it does
 * not matter how often that is done, or what was missed in between.
 *
 * @param graceEndsAt there while the wallet is too little for what runs or ran; when it has passed, that is stopped
 * @param resumeCost what an hour of all costs that was stopped for want of money: with less it would stop again at once
 */
record Standing(
        StandingStage stage,
        List<StandingReason> reasons,
        Instant stageSince,
        BigDecimal missing,
        @Nullable Instant graceEndsAt,
        BigDecimal resumeCost) {

    Standing next(Situation situation, Limits limits, Instant now, Duration grace) {
        boolean isShort = isShort(situation, now);
        Instant ends = isShort ? endOfGrace(now, grace) : null;
        boolean isOver = isOver(ends, now);
        BigDecimal resume = isOver ? resumeCost.max(situation.hourly()) : BigDecimal.ZERO;
        BigDecimal needed = situation.owed().add(isOver ? resume : situation.lacking());
        Set<StandingReason> why = reasons(situation, limits, isShort);
        StandingStage next = stage(why, isOver);
        return new Standing(
                next,
                List.copyOf(why),
                next == stage ? stageSince : now,
                isShort ? needed.subtract(situation.available()).max(BigDecimal.ZERO) : BigDecimal.ZERO,
                ends,
                resume);
    }

    /** Whether anybody has to be told that it is not as before. */
    boolean isToldAs(Standing told) {
        return stage == told.stage
                && reasons.equals(told.reasons)
                && missing.compareTo(told.missing) == 0
                && Objects.equals(graceEndsAt, told.graceEndsAt);
    }

    /** What is owed or could not be held, or too little for what was stopped. */
    private boolean isShort(Situation situation, Instant now) {
        return situation.owed().signum() > 0
                || situation.lacking().signum() > 0
                || (isOver(graceEndsAt, now) && situation.available().compareTo(resumeCost) < 0);
    }

    private Instant endOfGrace(Instant now, Duration grace) {
        return graceEndsAt == null ? now.plus(grace) : graceEndsAt;
    }

    private static boolean isOver(@Nullable Instant ends, Instant now) {
        return ends != null && !now.isBefore(ends);
    }

    private static Set<StandingReason> reasons(Situation situation, Limits limits, boolean isShort) {
        Set<StandingReason> why = EnumSet.noneOf(StandingReason.class);
        if (limits.lowBalance() != null && situation.available().compareTo(limits.lowBalance()) < 0) {
            why.add(StandingReason.BALANCE_LOW);
        }
        if (!situation.lasts(limits.warnHours())) {
            why.add(StandingReason.RUNS_OUT_SOON);
        }
        if (isShort) {
            why.add(StandingReason.WALLET_EMPTY);
        }
        if (Limits.isReached(limits.warnAt(), situation.spent())) {
            why.add(StandingReason.WARN_LIMIT);
        }
        if (Limits.isReached(limits.refuseAt(), situation.spent())) {
            why.add(StandingReason.REFUSE_LIMIT);
        }
        if (Limits.isReached(limits.stopAt(), situation.spent())) {
            why.add(StandingReason.STOP_LIMIT);
        }
        return why;
    }

    private static StandingStage stage(Set<StandingReason> why, boolean isOver) {
        if (isOver || why.contains(StandingReason.STOP_LIMIT)) {
            return StandingStage.SUSPENDED;
        }
        if (why.contains(StandingReason.WALLET_EMPTY) || why.contains(StandingReason.REFUSE_LIMIT)) {
            return StandingStage.RESTRICTED;
        }
        return why.isEmpty() ? StandingStage.ACTIVE : StandingStage.WARNED;
    }
}
