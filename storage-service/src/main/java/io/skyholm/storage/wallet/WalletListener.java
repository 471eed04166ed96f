package io.skyholm.storage.wallet;

import io.skyholm.events.EventJson;
import io.skyholm.events.billing.WalletStandingFact;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from billing what tenants may do with their wallets; an older fact never replaces a newer. */
@ApplicationScoped
class WalletListener {

    private static final String CONSUMER = "wallet-standings";
    private static final String NOTE = """
            insert into known_wallet as known (tenant_id, generation, stage, reasons) values ($1, $2, $3, $4)
            on conflict (tenant_id) do update set generation = excluded.generation, stage = excluded.stage,
                reasons = excluded.reasons
            where known.generation < excluded.generation""";

    private final Inbox inbox;

    WalletListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("wallet-standings")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.note(CONSUMER, events, WalletStandingFact.class, WalletListener::note);
    }

    private static void note(Work work, WalletStandingFact standing) {
        work.send(
                NOTE,
                standing.tenantId(),
                standing.generation(),
                standing.stage().name(),
                EventJson.write(standing.reasons()));
    }
}
