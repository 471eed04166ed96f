package io.skyholm.billing.invoice;

import io.quarkus.runtime.Startup;
import io.skyholm.billing.BillingSettings;
import io.skyholm.billing.wallet.BillingDetails;
import io.skyholm.billing.wallet.Customer;
import io.skyholm.billing.wallet.Wallets;
import io.skyholm.events.EventType;
import io.skyholm.events.billing.InvoiceEvents;
import io.skyholm.events.billing.InvoiceFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with invoices. */
@Startup
@ApplicationScoped
public class Invoices {

    /** Whoever issues waits here for whoever does, so that no number is given without its invoice. */
    private static final String NUMBER = """
            insert into invoice_series (issuer, last_number) values ($1, 1)
            on conflict (issuer) do update set last_number = invoice_series.last_number + 1
            returning last_number""";

    private static final String TOP_UPS_OF_A_DAY = """
            select 1 from (
                select from invoice where wallet_id = $1 and type = 'TOP_UP' and created_at > calendar_now() - interval '1 day'
                limit $2) today
            having count(*) >= $2""";

    private final Commands commands;
    private final Aggregate<Invoice, InvoiceView, InvoiceFact> invoices;
    private final BillingDetails details;
    private final ReconcileQueue queue;
    private final Issuer issuer;

    Invoices(
            Commands commands,
            Aggregates aggregates,
            BillingDetails details,
            ReconcileQueue queue,
            BillingSettings settings) {
        this.commands = commands;
        this.invoices = aggregates.of("invoice", Invoice.class, select(), InvoiceEvents.TYPES);
        this.details = details;
        this.queue = queue;
        this.issuer = Issuer.of(settings.invoice());
    }

    private static Select<InvoiceView> select() {
        return Select.of(InvoiceView.class, "invoice")
                .with("amount", "money_text(amount)")
                .with("taxRate", "money_text(tax_rate)")
                .with("taxAmount", "money_text(tax_amount)")
                .with("fractionBefore", "money_text(fraction_before)")
                .with("fractionAfter", "money_text(fraction_after)")
                .with("creditedAmount", "money_text(credited_amount)");
    }

    /** Gives it its number and issues it, in the transaction of whoever asks. */
    public Uni<InvoiceView> issue(Work work, InvoiceDraft draft, @Nullable UUID by) {
        return work.value(Long.class, NUMBER, issuer.series()).chain(number -> {
            Invoice invoice =
                    new Invoice(Ids.next(), draft, issuer.number(number.orElseThrow()), issuer, invoices.created(by));
            return invoices.insert(work, InvoiceEvents.ISSUED, invoice).invoke(() -> look(work, invoice));
        });
    }

    Uni<InvoiceView> topUp(Call call, UUID wallet, CreateTopUp command) {
        return commands.changeOnce(call, List.of(wallet, command), InvoiceView.class, work -> customer(work, wallet)
                .map(command::draft)
                .invoke(() -> work.lockName("top-ups/" + wallet))
                .call(() -> work.none(
                        InvoiceProblems::tooOften, TOP_UPS_OF_A_DAY, wallet, (long) InvoiceProblems.MOST_A_DAY))
                .chain(draft -> issue(work, draft, call.caller().id())));
    }

    /** What has come is posted at once, or by the reconciler if this dies before. */
    Uni<InvoiceView> pay(Call call, UUID id, PayInvoice command) {
        requirePlatform(call);
        return commands.change(call, work -> invoices.locked(call, work, id)
                .chain(invoice -> command.applyTo(invoice, work.now())
                        ? saved(call, work, InvoiceEvents.PAYING, invoice)
                        : Uni.createFrom().item(invoices.view(invoice))));
    }

    Uni<InvoiceView> cancel(Call call, UUID id) {
        return commands.change(call, work -> invoices.locked(call, work, id)
                .chain(invoice -> invoice.cancel()
                        ? saved(call, work, InvoiceEvents.CANCELLED, invoice)
                        : Uni.createFrom().item(invoices.view(invoice))));
    }

    /** The invoice first: its lock decides how much of it is left. */
    Uni<InvoiceView> credit(Call call, UUID id, CreateCreditNote command) {
        requirePlatform(call);
        return commands.changeOnce(
                call, List.of(id, command), InvoiceView.class, work -> invoices.locked(call, work, id)
                        .invoke(invoice -> invoice.credit(command.givesBack(invoice)))
                        .call(invoice -> invoices.save(call, work, InvoiceEvents.CREDITED, invoice))
                        .chain(invoice -> customer(work, invoice.walletId)
                                .chain(customer -> issue(
                                        work,
                                        command.draft(customer, invoice),
                                        call.caller().id()))));
    }

    private Uni<InvoiceView> saved(Call call, Work work, EventType<InvoiceFact> event, Invoice invoice) {
        return invoices.save(call, work, event, invoice).invoke(() -> look(work, invoice));
    }

    private void look(Work work, Invoice invoice) {
        if (invoice.dueAt != null) {
            queue.wake(work, InvoiceReconciler.KIND, invoice.id);
        }
    }

    private Uni<Customer> customer(Work work, UUID wallet) {
        return details.customer(work, wallet).map(found -> found.orElseThrow(Wallets::notFound));
    }

    private static void requirePlatform(Call call) {
        if (!call.caller().ofPlatform()) {
            throw InvoiceProblems.platformOnly();
        }
    }

    /** For the reconciler: the one of that id, which nobody else changes until the transaction ends. */
    Uni<Optional<Invoice>> locked(Work work, UUID id) {
        return invoices.locked(work, id);
    }

    /** For the reconciler: counts what it changed, and tells of it. */
    Uni<InvoiceView> update(Work work, EventType<InvoiceFact> event, Invoice invoice) {
        invoice.revision().changed(null, work.now());
        return invoices.update(work, event, invoice);
    }

    /** The one of that id, if the caller may see it. */
    public Uni<InvoiceView> get(Call call, UUID id) {
        return invoices.get(call, id);
    }

    Uni<Page<InvoiceView>> list(Call call, InvoiceFilter filter, ListPart page) {
        return invoices.page(
                call, invoices.query().inScope(call.caller().scope()).matching(filter), page);
    }
}
