package io.skyholm.billing.standing;

import io.quarkus.runtime.Startup;
import io.skyholm.billing.BillingSettings;
import io.skyholm.billing.meter.ShortMeters;
import io.skyholm.billing.wallet.WalletFollower;
import io.skyholm.billing.wallet.Wallets;
import io.skyholm.events.EventType;
import io.skyholm.events.billing.WalletStandingEvents;
import io.skyholm.events.billing.WalletStandingFact;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what tenants may do with their money, and tells of it when that changes. */
@Startup
@ApplicationScoped
public class Standings implements WalletFollower {

    static final String KIND = "wallet-standing";

    /** A busy wallet changes many times in a second, and its standing hardly ever. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Commands commands;
    private final TenantRead read;
    private final StandingStore store;
    private final ShortMeters meters;
    private final Outbox outbox;
    private final ReconcileQueue queue;
    private final Duration grace;

    Standings(
            Commands commands,
            TenantRead read,
            StandingStore store,
            ShortMeters meters,
            Outbox outbox,
            ReconcileQueue queue,
            BillingSettings settings) {
        this.commands = commands;
        this.read = read;
        this.store = store;
        this.meters = meters;
        this.outbox = outbox;
        this.queue = queue;
        this.grace = settings.grace();
    }

    @Override
    public void changed(Work work, Collection<UUID> wallets) {
        queue.wakeWithin(work, KIND, wallets, SOON);
    }

    Uni<StandingView> get(Call call, UUID wallet) {
        return read.one(call.caller().scope(), Statement.of(StandingStore.FIND, wallet), StandingStore.SELECT.type())
                .map(found -> found.orElseThrow(Wallets::notFound));
    }

    Uni<StandingView> change(Call call, UUID wallet, ChangeLimits command) {
        Limits limits = command.limits();
        return commands.change(call, work -> store.lock(work, wallet)
                .map(found -> found.orElseThrow(Wallets::notFound))
                .chain(row -> store.view(work, wallet))
                .invoke(before -> call.requireMatch(before.generation()))
                .invoke(before -> store.limit(work, wallet, limits))
                .invoke(before -> queue.wake(work, KIND, wallet))
                .chain(() -> store.view(work, wallet))
                .invoke(changed -> outbox.publish(work, WalletStandingEvents.CHANGED, fact(changed))));
    }

    /** Looks at a wallet, whatever it was looked at for. */
    Uni<Void> look(Work work, UUID wallet) {
        Instant month = StandingStore.monthOf(work.now());
        return store.lock(work, wallet).chain(found -> found.map(
                        row -> store.numbers(work, row, month).chain(numbers -> decide(work, row, numbers, month)))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> decide(Work work, StandingStore.Row row, StandingStore.Numbers numbers, Instant month) {
        Situation situation = numbers.after(row, month);
        Standing before = row.standing();
        Standing now = before.next(situation, row.limits(), work.now(), grace);
        boolean told = !now.isToldAs(before);
        Instant due = due(now, row.limits(), work.now());
        store.save(work, row, new StandingStore.Look(now, situation, month, numbers.last(), due), told);
        Uni<Void> next = told
                ? tell(work, row.walletId(), event(before, now))
                : Uni.createFrom().voidItem();
        return situation.mayPayMore() ? next.chain(() -> meters.wake(work, row.walletId())) : next;
    }

    private Uni<Void> tell(Work work, UUID wallet, EventType<WalletStandingFact> event) {
        return store.view(work, wallet)
                .invoke(view -> outbox.publish(work, event, fact(view)))
                .replaceWithVoid();
    }

    private static EventType<WalletStandingFact> event(Standing before, Standing now) {
        return before.stage() == now.stage() ? WalletStandingEvents.CHANGED : WalletStandingEvents.of(now.stage());
    }

    /** When something comes of it that no movement of the wallet brings about: its grace ends, or a month. */
    private static @Nullable Instant due(Standing standing, Limits limits, Instant now) {
        Instant next = StandingStore.monthOf(now)
                .atOffset(ZoneOffset.UTC)
                .plusMonths(1)
                .toInstant();
        return Stream.of(
                        standing.graceEndsAt() == null ? now : standing.graceEndsAt(), limits.areOfMonth() ? next : now)
                .filter(time -> time.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static WalletStandingFact fact(StandingView view) {
        return new WalletStandingFact(
                view.walletId(),
                view.generation(),
                view.tenantId(),
                view.currency(),
                view.stage(),
                view.reasons(),
                view.stageSince(),
                view.available(),
                view.hourlyCost(),
                view.spent(),
                view.missing(),
                view.graceEndsAt(),
                view.createdAt(),
                view.updatedAt());
    }
}
