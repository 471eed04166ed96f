package io.skyholm.billing.ledger;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.billing.wallet.Wallets;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What billing's other rooms do with holds: keep an amount for what will be charged, then charge it or let it go. */
@ApplicationScoped
public class Holds {

    private static final String LOCK_WALLETS =
            "select id from wallet where tenant_id = $1 order by id for no key update";
    private static final String DELETE = """
            delete from hold where id in (select id from hold where tenant_id = $1 order by id limit 500)
            returning wallet_id""";
    private static final String LEFT = "select count(*) from hold where tenant_id = $1";

    private final LedgerQueue queue;

    Holds(LedgerQueue queue) {
        this.queue = queue;
    }

    /**
     * Keeps an amount from being spent otherwise; refused with what is missing if there is not as much.
     *
     * @param subject what it is for, such as {@code instance/<id>}
     * @param key whoever asks twice under one key gets the hold of the first time
     */
    public Uni<Hold> authorize(Cause cause, UUID wallet, BigDecimal amount, String subject, String key) {
        return queue.submit(new LedgerCommand.Authorize(wallet, amount, subject, key, cause))
                .map(Holds::holdOf);
    }

    /** Charges what was held, or less; the rest can be spent again. */
    public Uni<TransactionView> capture(
            Cause cause, Hold hold, BigDecimal amount, @Nullable String description, String key) {
        return queue.submit(new LedgerCommand.Capture(hold.walletId(), hold.id(), amount, description, key, cause))
                .map(outcome -> Objects.requireNonNull(outcome.transaction()).view());
    }

    /** Lets all go that was held. */
    public Uni<Hold> release(Cause cause, Hold hold) {
        return queue.submit(new LedgerCommand.Release(hold.walletId(), hold.id(), cause))
                .map(Holds::holdOf);
    }

    private static Hold holdOf(Outcome outcome) {
        return Objects.requireNonNull(outcome.hold());
    }

    /** They go with their tenant, whose wallet can then be paid out; what was captured stays in the ledger. */
    @Produces
    @Singleton
    static DataHolder ofDeletedTenant(Wallets wallets) {
        return DataHolder.of(
                Holding.ofTenant(RUNNING, "holds", "hold"), (work, tenant) -> empty(work, tenant, wallets));
    }

    /** The wallet first, as whoever posts holds it. */
    private static Uni<HoldingProgress> empty(Work work, UUID tenant, Wallets wallets) {
        work.send(LOCK_WALLETS, tenant);
        return work.values(UUID.class, DELETE, tenant).chain(deleted -> {
            Map<UUID, Cause> changed =
                    deleted.stream().distinct().collect(Collectors.toMap(id -> id, id -> work.cause()));
            return (changed.isEmpty() ? Uni.createFrom().voidItem() : wallets.tellChanged(work, changed))
                    .chain(() -> work.value(Long.class, LEFT, tenant))
                    .map(left -> HoldingProgress.of(left.orElse(0L), deleted.size()));
        });
    }
}
