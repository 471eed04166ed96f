package io.skyholm.billing.ledger;

import io.skyholm.billing.wallet.Wallets;
import io.skyholm.events.billing.TransactionEvents;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Carries out several commands in one transaction: what one commit costs, all of them share. */
@ApplicationScoped
class LedgerWriter {

    private final TenantTransaction transactions;
    private final LedgerStore store;
    private final Wallets wallets;
    private final Outbox outbox;

    LedgerWriter(TenantTransaction transactions, LedgerStore store, Wallets wallets, Outbox outbox) {
        this.transactions = transactions;
        this.store = store;
        this.wallets = wallets;
        this.outbox = outbox;
    }

    /** What came of each of them, in their order; all that was not refused has been committed. */
    Uni<List<Outcome>> write(List<LedgerCommand> commands) {
        return transactions.change(Cause.platform(), work -> carryOut(work, commands));
    }

    /** What would come of a command; nothing is committed. */
    Uni<Outcome> tryOut(LedgerCommand command) {
        return transactions.tryOut(
                Cause.platform(), work -> carryOut(work, List.of(command)).map(List::getFirst));
    }

    private Uni<List<Outcome>> carryOut(Work work, List<LedgerCommand> commands) {
        return store.known(work, commands).chain(known -> {
            LedgerRound round = new LedgerRound(known, work.now());
            List<Outcome> outcomes = commands.stream().map(round::decide).toList();
            if (round.changed().isEmpty()) {
                return Uni.createFrom().item(outcomes);
            }
            LedgerRows.write(work, round);
            return tell(work, round).replaceWith(outcomes);
        });
    }

    private Uni<Void> tell(Work work, LedgerRound round) {
        if (!round.posted().isEmpty()) {
            outbox.publishOnce(
                    work,
                    TransactionEvents.POSTED,
                    round.posted().stream().map(Transaction::fact).toList(),
                    fact -> round.causeOf(fact.id()));
        }
        return wallets.tellChanged(work, round.changed());
    }
}
