package io.skyholm.billing.meter;

import io.skyholm.billing.money.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is metered, and how far it has been charged.
 *
 * @param rateFrom all before it has been charged as facts say
 * @param heldHour for which hour something is held, or is about to be
 * @param holdId the hold of it, once there is one
 * @param owes whether its wallet had too little for what it was charged
 * @param lacksHold whether its wallet had too little for the hour in which it runs
 */
record Meter(
        UUID id,
        UUID resourceId,
        ResourceKind resourceType,
        UUID tenantId,
        UUID walletId,
        Instant rateFrom,
        @Nullable Instant heldHour,
        @Nullable BigDecimal heldAmount,
        @Nullable UUID holdId,
        boolean owes,
        boolean lacksHold) {

    /** What its holds are for. */
    String subject() {
        return resourceType.label() + "/" + resourceId;
    }

    /** What is asked for under it is done once. */
    String key(Instant hour, String what) {
        return "meter/" + id + "/" + hour + "/" + what;
    }

    Meter holding(@Nullable HourDue next) {
        return new Meter(
                id,
                resourceId,
                resourceType,
                tenantId,
                walletId,
                rateFrom,
                next == null ? null : next.hour(),
                next == null ? null : next.amount().setScale(Amounts.PLACES),
                null,
                owes,
                lacksHold);
    }

    Meter heldBy(UUID hold) {
        return new Meter(
                id, resourceId, resourceType, tenantId, walletId, rateFrom, heldHour, heldAmount, hold, owes, false);
    }

    Meter lacking(boolean hold) {
        return new Meter(
                id, resourceId, resourceType, tenantId, walletId, rateFrom, heldHour, heldAmount, holdId, owes, hold);
    }

    /** What is held for the hour of that charge. */
    @Nullable UUID holdOf(UsageCharge charge) {
        return charge.part() == 0 && charge.hour().equals(heldHour) ? holdId : null;
    }

    /** Whether that is enough: what was made larger in its hour costs more than was held. */
    boolean covers(UsageCharge charge) {
        return holdOf(charge) != null && heldAmount != null && charge.amount().compareTo(heldAmount) <= 0;
    }
}
