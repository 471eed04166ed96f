package io.skyholm.billing.wallet;

import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns which tenants there are, and has each given a wallet in its name. */
@ApplicationScoped
class TenantListener {

    private static final String CONSUMER = "tenants";

    private final Inbox inbox;
    private final Wallets wallets;
    private final BillingDetails details;

    TenantListener(Inbox inbox, Wallets wallets, BillingDetails details) {
        this.inbox = inbox;
        this.wallets = wallets;
        this.details = details;
    }

    @Incoming("tenants")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.follow(CONSUMER, events, TenantFact.class, this::note);
    }

    private Uni<Void> note(Work work, TenantFact tenant) {
        Uni<Void> opened = lives(tenant)
                ? wallets.open(work, tenant.id())
                : Uni.createFrom().voidItem();
        return opened.invoke(() -> details.note(work, tenant));
    }

    /** One that is being deleted has a wallet already, or never needs one. */
    private static boolean lives(TenantFact tenant) {
        return tenant.status() != TenantStatus.DELETING && tenant.status() != TenantStatus.DELETED;
    }
}
