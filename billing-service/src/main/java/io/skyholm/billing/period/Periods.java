package io.skyholm.billing.period;

import io.skyholm.billing.invoice.InvoiceDraft;
import io.skyholm.billing.invoice.InvoiceView;
import io.skyholm.billing.invoice.Invoices;
import io.skyholm.billing.invoice.Total;
import io.skyholm.billing.invoice.TransactionRange;
import io.skyholm.billing.wallet.BillingDetails;
import io.skyholm.billing.wallet.Customer;
import io.skyholm.billing.wallet.Wallets;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invoices what has moved on wallets, each movement once. */
@ApplicationScoped
class Periods {

    private final Commands commands;
    private final PeriodStore store;
    private final Invoices invoices;
    private final BillingDetails details;

    Periods(Commands commands, PeriodStore store, Invoices invoices, BillingDetails details) {
        this.commands = commands;
        this.store = store;
        this.invoices = invoices;
        this.details = details;
    }

    /** Invoices what was charged until now, before the month is over. */
    Uni<InvoiceView> invoiceNow(Call call, UUID wallet) {
        if (!call.caller().ofPlatform()) {
            throw Problem.forbidden("Only the platform invoices before a month is over");
        }
        return commands.changeOnce(call, wallet, InvoiceView.class, work -> store.lock(work, wallet)
                .map(found -> found.orElseThrow(Wallets::notFound))
                .chain(period -> invoice(work, period, work.now(), call.caller().id()))
                .map(invoice -> invoice.orElseThrow(Periods::nothingToInvoice)));
    }

    /** Invoices a period until that time; empty if nothing has moved in it. */
    Uni<Optional<InvoiceView>> invoice(Work work, OpenPeriod period, Instant until, @Nullable UUID by) {
        return store.last(work, period, until).chain(last -> last.map(id -> invoice(
                        work,
                        period,
                        new TransactionRange(period.periodStart(), until, period.lastTransactionId(), id),
                        by))
                .orElseGet(() -> nothing(work, period, until, period.lastTransactionId())));
    }

    private Uni<Optional<InvoiceView>> invoice(
            Work work, OpenPeriod period, TransactionRange range, @Nullable UUID by) {
        return store.movements(work, period, range).chain(movements -> {
            if (movements.stream().allMatch(movement -> movement.amount().signum() == 0)) {
                return nothing(work, period, range.until(), range.last());
            }
            Total total = Total.of(InvoiceLines.sum(movements), period.fraction(), period.currency());
            store.invoiced(work, period, range.until(), range.last(), total.after());
            return customer(work, period)
                    .chain(customer -> invoices.issue(work, draft(customer, total, movements, range), by))
                    .map(Optional::of);
        });
    }

    private static InvoiceDraft draft(
            Customer customer, Total total, List<Movement> movements, TransactionRange range) {
        return InvoiceDraft.ofPeriod(customer, total, InvoiceLines.of(movements, total.givesBack()), range);
    }

    private Uni<Optional<InvoiceView>> nothing(Work work, OpenPeriod period, Instant until, @Nullable UUID last) {
        store.invoiced(work, period, until, last, period.fraction());
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<Customer> customer(Work work, OpenPeriod period) {
        return details.customer(work, period.walletId()).map(found -> found.orElseThrow(Wallets::notFound));
    }

    private static Problem nothingToInvoice() {
        return Problem.of(
                ProblemKind.CONFLICT,
                "NOTHING_TO_INVOICE",
                "Nothing was charged since the last invoice; there is nothing to document");
    }
}
