package io.skyholm.billing.wallet;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.skyholm.billing.BillingSettings;
import io.skyholm.billing.money.Currencies;
import io.skyholm.events.billing.WalletEvents;
import io.skyholm.events.billing.WalletFact;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What can be done with wallets. What moves on them is the ledger's. */
@Startup
@ApplicationScoped
public class Wallets {

    private static final String CREATE = """
            insert into wallet (id, tenant_id, currency, created_at, updated_at)
            values ($1, $2, $3, calendar_now(), calendar_now())
            on conflict (tenant_id) do nothing returning id""";
    private static final Select<WalletView> SELECT = Select.of(WalletView.class, "wallet")
            .with("balance", "money_text(balance)")
            .with("held", "money_text(held)")
            .with("available", "money_text(balance - held)");
    private static final String CHANGED = SELECT.sql() + " where id = any($1)";

    private final Views<WalletView> views;
    private final Outbox outbox;
    private final List<WalletFollower> followers;
    private final String currency;

    Wallets(ViewFactory views, Outbox outbox, @All List<WalletFollower> followers, BillingSettings settings) {
        if (!Currencies.isKnown(settings.currency())) {
            throw new IllegalStateException("skyholm.billing.currency names no currency: " + settings.currency());
        }
        this.views = views.of(SELECT);
        this.outbox = outbox;
        this.followers = followers;
        this.currency = settings.currency();
    }

    /** Gives a tenant its wallet, unless it has one. */
    public Uni<Void> open(Work work, UUID tenant) {
        return work.value(UUID.class, CREATE, Ids.next(), tenant, currency).chain(made -> made.map(id -> tell(work, id))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(Work work, UUID id) {
        return work.one(WalletView.class, CHANGED, (Object) new UUID[] {id})
                .invoke(wallet -> outbox.publish(work, WalletEvents.CREATED, fact(wallet)))
                .invoke(wallet -> follow(work, List.of(wallet.id())))
                .replaceWithVoid();
    }

    /**
     * Tells how wallets are now, after what has changed them in this transaction.
     *
     * @param causes why each of them has changed
     */
    public Uni<Void> tellChanged(Work work, Map<UUID, Cause> causes) {
        return work.list(WalletView.class, CHANGED, (Object) ids(causes.keySet()))
                .invoke(wallets -> outbox.publishAll(
                        work,
                        WalletEvents.CHANGED,
                        wallets.stream().map(Wallets::fact).toList(),
                        fact -> causes.getOrDefault(fact.id(), work.cause())))
                .invoke(() -> follow(work, causes.keySet()))
                .replaceWithVoid();
    }

    private void follow(Work work, Collection<UUID> changed) {
        followers.forEach(follower -> follower.changed(work, changed));
    }

    Uni<WalletView> get(Call call, UUID id) {
        return views.find(call.caller().scope(), id).map(found -> found.orElseThrow(Wallets::notFound));
    }

    /** Refuses a wallet that is not there, or that the caller may not see. */
    public Uni<Void> check(Call call, UUID id) {
        return get(call, id).replaceWithVoid();
    }

    Uni<Page<WalletView>> list(Call call, WalletFilter filter, ListPart page) {
        return views.page(
                call.caller().scope(),
                views.query().inScope(call.caller().scope()).matching(filter),
                page);
    }

    /** That there is no such wallet for whoever asks. */
    public static Problem notFound() {
        return Problem.notFound("wallet");
    }

    private static UUID[] ids(Collection<UUID> wallets) {
        return List.copyOf(wallets).toArray(UUID[]::new);
    }

    private static WalletFact fact(WalletView wallet) {
        return new WalletFact(
                wallet.id(),
                wallet.generation(),
                wallet.tenantId(),
                wallet.currency(),
                wallet.balance(),
                wallet.held(),
                wallet.available(),
                wallet.createdAt(),
                wallet.updatedAt());
    }
}
