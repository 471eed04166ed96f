package io.skyholm.billing.meter;

import static java.time.temporal.ChronoUnit.HOURS;

import io.quarkus.arc.All;
import io.skyholm.billing.ledger.Charges;
import io.skyholm.billing.ledger.Hold;
import io.skyholm.billing.ledger.Holds;
import io.skyholm.billing.wallet.WalletFollower;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Charges what hours of a meter cost once they are over, and holds what the present one will. First it writes down what is to be
 * charged, then has the ledger post that under keys of its own, then notes what was posted: whatever dies in between is done
 * again under the same keys.
 */
@ApplicationScoped
class MeterReconciler implements Reconciler {

    static final String KIND = "meter";

    /** Facts of an hour's last moments are on their way when it ends. */
    static final Duration SETTLED = Duration.ofMinutes(1);

    /**
     * What a step is about to do.
     *
     * @param runs whether it has to be looked at again when the hour is over
     */
    private record Round(Meter meter, List<UsageCharge> unpaid, Instant until, boolean runs) {}

    private final TenantTransaction transactions;
    private final MeterStore store;
    private final Holds holds;
    private final Charges charges;
    private final List<WalletFollower> followers;

    MeterReconciler(
            TenantTransaction transactions,
            MeterStore store,
            Holds holds,
            Charges charges,
            @All List<WalletFollower> followers) {
        this.transactions = transactions;
        this.store = store;
        this.holds = holds;
        this.charges = charges;
        this.followers = followers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return """
            select id from meter where due_at <= calendar_now()
            union all
            select meter.id from plan join meter on meter.article = plan.article and meter.plan_id is null where plan.deleted_at is null
            union all
            select meter.id from plan join meter on meter.article = plan.article and meter.plan_id < plan.id where plan.deleted_at is null
            union all
            select meter.id from plan join meter on meter.article = plan.article and meter.plan_id > plan.id where plan.deleted_at is null
            union all
            select meter.id from meter join wallet on wallet.id = meter.wallet_id
            where (meter.owes or meter.lacks_hold) and wallet.balance > wallet.held""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions
                .change(cause, work -> store.lock(work, id).chain(found -> settle(work, found)))
                .chain(found -> found.map(round -> carryOut(round, cause))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    private Uni<Optional<Round>> settle(Work work, Optional<Meter> found) {
        return found.map(meter -> settle(work, meter).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Round> settle(Work work, Meter meter) {
        Instant now = work.now();
        Instant until = Rating.hourOf(now.minus(SETTLED));
        Instant from = Rating.hourOf(meter.rateFrom());
        return store.rating(work, meter, Rating.monthOf(from)).chain(rating -> store.charged(work, meter, from)
                .invoke(charged -> charge(work, meter, rating, charged, until))
                .chain(() -> prepare(work, meter, rating, now, until)));
    }

    private void charge(Work work, Meter meter, Rating rating, List<Settlement.Charged> charged, Instant until) {
        Instant from = Rating.hourOf(meter.rateFrom());
        List<HourDue> due = rating.due(from, until).stream()
                .filter(hour -> !hour.hour().isBefore(from))
                .toList();
        Settlement.of(due, charged).forEach(missing -> store.charge(work, meter, missing));
    }

    /** The hold of an hour goes with what that hour costs; only then the next hour gets one. */
    private Uni<Round> prepare(Work work, Meter meter, Rating rating, Instant now, Instant until) {
        Meter holding = meter.heldHour() == null
                ? meter.holding(rating.running(Rating.hourOf(now)).orElse(null))
                : meter;
        Instant rated = meter.rateFrom().isAfter(until) ? meter.rateFrom() : until;
        store.rated(work, holding, rated, rating.seller(now));
        return store.unpaid(work, meter)
                .map(unpaid -> new Round(holding, unpaid, until, rating.runs(now) || rating.costsSince(until, now)));
    }

    private Uni<Next> carryOut(Round round, Cause cause) {
        return hold(round.meter(), cause).chain(meter -> pay(round, meter, cause)
                .chain(paid -> release(round, meter, cause).chain(left -> note(round, left, paid, cause))));
    }

    /** Under a key of its own: what was held before a crash is found again. */
    private Uni<Meter> hold(Meter meter, Cause cause) {
        Instant hour = meter.heldHour();
        if (hour == null || meter.heldAmount() == null || meter.holdId() != null) {
            return Uni.createFrom().item(meter.lacking(false));
        }
        return holds.authorize(cause, meter.walletId(), meter.heldAmount(), meter.subject(), meter.key(hour, "hold"))
                .map(Hold::id)
                .map(meter::heldBy)
                .onFailure(Charges::isShort)
                .recoverWithItem(() -> meter.holding(null).lacking(true));
    }

    /** In their order; where the wallet has too little, what comes later waits too. */
    private Uni<Map<UUID, UUID>> pay(Round round, Meter meter, Cause cause) {
        Map<UUID, UUID> paid = new HashMap<>();
        return Sequentially.of(round.unpaid(), charge -> pay(meter, charge, cause)
                        .invoke(transaction -> paid.put(charge.id(), transaction)))
                .replaceWithVoid()
                .onFailure(Charges::isShort)
                .recoverWithNull()
                .replaceWith(paid);
    }

    private Uni<UUID> pay(Meter meter, UsageCharge charge, Cause cause) {
        String key = meter.key(charge.hour(), String.valueOf(charge.part()));
        if (charge.givesBack()) {
            return charges.giveBack(cause, meter.walletId(), charge.amount().negate(), charge.description(), key);
        }
        UUID hold = meter.holdOf(charge);
        Uni<Void> first = hold == null || meter.covers(charge)
                ? Uni.createFrom().voidItem()
                : charges.release(cause, meter.walletId(), hold);
        return first.chain(() -> charges.take(
                cause,
                meter.walletId(),
                meter.covers(charge) ? hold : null,
                charge.amount(),
                charge.description(),
                key));
    }

    /** An hour that is over holds nothing any more, also if it came to cost nothing. */
    private Uni<Meter> release(Round round, Meter meter, Cause cause) {
        Instant hour = meter.heldHour();
        if (hour == null || !hour.isBefore(round.until())) {
            return Uni.createFrom().item(meter);
        }
        UUID hold = meter.holdId();
        Uni<Void> released =
                hold == null ? Uni.createFrom().voidItem() : charges.release(cause, meter.walletId(), hold);
        return released.replaceWith(() -> meter.holding(null));
    }

    private Uni<Next> note(Round round, Meter meter, Map<UUID, UUID> paid, Cause cause) {
        boolean paidAll = paid.size() == round.unpaid().size();
        boolean isLonger = round.unpaid().size() == MeterStore.MOST_UNPAID;
        boolean owes = !paidAll || isLonger;
        Instant held = round.meter().heldHour();
        boolean freed = held != null && held.isBefore(round.until());
        return transactions
                .change(cause, work -> store.lock(work, meter.id()).invoke(() -> {
                    paid.forEach((charge, transaction) -> store.paid(work, charge, transaction));
                    store.done(work, meter, owes, due(round, meter, freed));
                    if (round.meter().owes() != owes || round.meter().lacksHold() != meter.lacksHold()) {
                        followers.forEach(follower -> follower.changed(work, List.of(meter.walletId())));
                    }
                }))
                .replaceWith(() -> paidAll && (freed || isLonger) ? Next.NOW : Next.DONE);
    }

    private static @Nullable Instant due(Round round, Meter meter, boolean freed) {
        boolean rests = !round.runs() && meter.heldHour() == null && !freed;
        return rests ? null : round.until().plus(1, HOURS).plus(SETTLED);
    }
}
