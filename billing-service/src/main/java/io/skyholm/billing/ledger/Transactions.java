package io.skyholm.billing.ledger;

import io.quarkus.runtime.Startup;
import io.skyholm.billing.wallet.Wallets;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** What can be done with transactions: they are posted once, and shown. */
@Startup
@ApplicationScoped
class Transactions {

    private final LedgerQueue queue;
    private final LedgerWriter writer;
    private final Wallets wallets;
    private final Views<TransactionView> views;

    Transactions(LedgerQueue queue, LedgerWriter writer, Wallets wallets, ViewFactory views) {
        this.queue = queue;
        this.writer = writer;
        this.wallets = wallets;
        this.views = views.of(Select.of(TransactionView.class, "ledger_transaction")
                .with("amount", "money_text(amount)")
                .with("balanceAfter", "money_text(balance_after)"));
    }

    /** The ledger keeps the caller's Idempotency-Key with what was posted under it, for as long as that. */
    Uni<TransactionView> create(Call call, UUID wallet, CreateTransaction command) {
        if (!call.caller().ofPlatform()) {
            throw Problem.forbidden("Only the platform moves money by hand");
        }
        LedgerCommand.Post post = command.on(wallet, keyOf(call), call.cause());
        Uni<Outcome> outcome =
                call.conditions().dryRun() ? writer.tryOut(post).invoke(Transactions::requireDone) : queue.submit(post);
        return outcome.map(done -> Objects.requireNonNull(done.transaction()).view());
    }

    private static void requireDone(Outcome outcome) {
        if (outcome.failure() instanceof Problem refusal) {
            throw refusal;
        }
    }

    private static String keyOf(Call call) {
        String key = call.conditions().idempotencyKey();
        return key == null ? Ids.next().toString() : call.caller().keyHolder() + "/" + key;
    }

    Uni<TransactionView> get(Call call, UUID id) {
        return views.find(call.caller().scope(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("transaction")));
    }

    Uni<Page<TransactionView>> list(Call call, TransactionFilter filter, ListPart page) {
        return views.page(
                call.caller().scope(),
                views.query().inScope(call.caller().scope()).matching(filter),
                page);
    }

    Uni<Page<TransactionView>> ofWallet(Call call, UUID wallet, ListPart page) {
        return wallets.check(call, wallet)
                .chain(() -> list(call, new TransactionFilter(null, wallet, null, null), page));
    }
}
