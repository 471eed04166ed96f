package io.skyholm.compute.wallet;

import io.skyholm.events.EventJson;
import io.skyholm.events.billing.WalletFact;
import io.skyholm.events.billing.WalletStandingFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from billing what tenants can spend, and what they may do with it. */
@ApplicationScoped
public class WalletListener {

    /** Whoever stops and starts what runs is woken by its name, since its room stands above. */
    public static final String SUSPENSION = "suspension";

    private static final String WALLETS = "wallets";
    private static final String STANDINGS = "wallet-standings";

    private static final String WALLET = """
            insert into known_wallet as known (tenant_id, generation, currency, available) values ($1, $2, $3, $4)
            on conflict (tenant_id) do update set generation = excluded.generation, currency = excluded.currency,
                available = excluded.available
            where known.generation < excluded.generation""";

    private static final String STANDING = """
            insert into known_wallet as known (tenant_id, standing_generation, currency, stage, reasons, missing)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (tenant_id) do update set standing_generation = excluded.standing_generation,
                currency = excluded.currency, stage = excluded.stage, reasons = excluded.reasons, missing = excluded.missing
            where known.standing_generation < excluded.standing_generation""";

    private final Inbox inbox;
    private final ReconcileQueue queue;

    WalletListener(Inbox inbox, ReconcileQueue queue) {
        this.inbox = inbox;
        this.queue = queue;
    }

    @Incoming("wallets")
    Uni<Void> wallets(ConsumerRecords<String, String> events) {
        return inbox.note(WALLETS, events, WalletFact.class, WalletListener::noteWallet);
    }

    @Incoming("wallet-standings")
    Uni<Void> standings(ConsumerRecords<String, String> events) {
        return inbox.note(STANDINGS, events, WalletStandingFact.class, this::noteStanding);
    }

    private static void noteWallet(Work work, WalletFact wallet) {
        work.send(
                WALLET, wallet.tenantId(), wallet.generation(), wallet.currency(), new BigDecimal(wallet.available()));
    }

    private void noteStanding(Work work, WalletStandingFact standing) {
        work.send(
                STANDING,
                standing.tenantId(),
                standing.generation(),
                standing.currency(),
                standing.stage().name(),
                EventJson.write(standing.reasons()),
                new BigDecimal(standing.missing()));
        queue.wake(work, SUSPENSION, standing.tenantId());
    }
}
