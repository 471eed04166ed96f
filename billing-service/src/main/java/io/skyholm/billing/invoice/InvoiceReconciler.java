package io.skyholm.billing.invoice;

import io.skyholm.billing.ledger.Charges;
import io.skyholm.events.EventType;
import io.skyholm.events.billing.InvoiceEvents;
import io.skyholm.events.billing.InvoiceFact;
import io.skyholm.events.billing.InvoiceStatus;
import io.skyholm.events.billing.InvoiceType;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Has the ledger post what invoices are about, and reminds of those that are not paid. That a payment has come, or that some is to be
 * given back, is written down first; whatever dies in between is done again under the key of the invoice.
 */
@ApplicationScoped
class InvoiceReconciler implements Reconciler {

    static final String KIND = "invoice";

    /** What a step has found. */
    private record Found(@Nullable Invoice toBePosted, Next next) {}

    private final TenantTransaction transactions;
    private final Invoices invoices;
    private final Charges charges;

    InvoiceReconciler(TenantTransaction transactions, Invoices invoices, Charges charges) {
        this.transactions = transactions;
        this.invoices = invoices;
        this.charges = charges;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from invoice where due_at <= calendar_now()";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions
                .change(cause, work -> invoices.locked(work, id).chain(invoice -> look(work, invoice)))
                .chain(found -> found.toBePosted() == null
                        ? Uni.createFrom().item(found.next())
                        : post(found.toBePosted(), cause));
    }

    private Uni<Found> look(Work work, Optional<Invoice> locked) {
        return locked.filter(invoice -> invoice.dueAt != null)
                .map(invoice -> look(work, invoice))
                .orElseGet(() -> Uni.createFrom().item(new Found(null, Next.DONE)));
    }

    private Uni<Found> look(Work work, Invoice invoice) {
        Instant due = invoice.dueAt;
        if (invoice.isToBePosted()) {
            return Uni.createFrom().item(new Found(invoice, Next.NOW));
        }
        if (due != null && due.isAfter(work.now())) {
            return Uni.createFrom().item(new Found(null, Next.at(due)));
        }
        invoice.remind(work.now());
        EventType<InvoiceFact> event =
                invoice.status == InvoiceStatus.FAILED ? InvoiceEvents.FAILED : InvoiceEvents.REMINDED;
        return invoices.update(work, event, invoice).replaceWith(() -> new Found(null, Next.NOW));
    }

    private Uni<Next> post(Invoice invoice, Cause cause) {
        Uni<UUID> posted = invoice.type == InvoiceType.CREDIT_NOTE
                ? charges.refund(
                        cause,
                        invoice.walletId,
                        invoice.amount,
                        "Credit note " + invoice.invoiceNumber,
                        invoice.invoiceNumber,
                        invoice.key())
                : charges.payIn(
                        cause,
                        invoice.walletId,
                        invoice.amount,
                        "Payment of " + invoice.invoiceNumber,
                        invoice.reference,
                        invoice.key());
        return posted.chain(transaction -> transactions.change(
                cause, work -> invoices.locked(work, invoice.id).chain(again -> posted(work, again, transaction))));
    }

    private Uni<Next> posted(Work work, Optional<Invoice> locked, UUID transaction) {
        return locked.filter(Invoice::isToBePosted)
                .map(invoice -> {
                    invoice.posted(transaction, work.now());
                    return invoices.update(work, InvoiceEvents.PAID, invoice).replaceWith(Next.DONE);
                })
                .orElseGet(() -> Uni.createFrom().item(Next.DONE));
    }
}
