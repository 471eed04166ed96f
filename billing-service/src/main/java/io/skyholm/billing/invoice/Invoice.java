package io.skyholm.billing.invoice;

import io.skyholm.billing.money.Amounts;
import io.skyholm.events.billing.InvoiceLineItem;
import io.skyholm.events.billing.InvoiceStatus;
import io.skyholm.events.billing.InvoiceType;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice: what it says is said once, and only how it stands with it changes. */
@Entity
class Invoice implements Revised {

    /** How often a top-up is reminded of before it is given up. */
    static final int MOST_REMINDERS = 2;

    private static final Duration BETWEEN_REMINDERS = Duration.ofDays(7);

    @Id
    UUID id;

    @Column(updatable = false)
    UUID tenantId;

    @Column(updatable = false)
    UUID walletId;

    @Column(updatable = false)
    @Nullable UUID userId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    InvoiceType type;

    @Column(updatable = false)
    String series;

    @Column(updatable = false)
    long number;

    @Column(updatable = false)
    String invoiceNumber;

    @Enumerated(EnumType.STRING)
    InvoiceStatus status;

    @Column(updatable = false)
    String currency;

    @Column(updatable = false)
    BigDecimal amount;

    @Column(updatable = false)
    String taxName;

    @Column(updatable = false)
    BigDecimal taxRate;

    @Column(updatable = false)
    BigDecimal taxAmount;

    @Column(updatable = false)
    BigDecimal fractionBefore;

    @Column(updatable = false)
    BigDecimal fractionAfter;

    BigDecimal creditedAmount;

    @Column(updatable = false)
    @Nullable Instant billingPeriodStart;

    @Column(updatable = false)
    @Nullable Instant billingPeriodEnd;

    @Column(updatable = false)
    LocalDate dueDate;

    @Column(updatable = false)
    @Convert(converter = LineItemsColumn.class)
    List<InvoiceLineItem> lineItems;

    @Column(updatable = false)
    @Nullable UUID afterTransactionId;

    @Column(updatable = false)
    @Nullable UUID lastTransactionId;

    @Column(updatable = false)
    @Nullable UUID creditedInvoiceId;

    @Nullable UUID transactionId;

    @Nullable String reference;

    @Column(updatable = false)
    @Convert(converter = PartyColumn.class)
    InvoiceParty issuer;

    @Column(updatable = false)
    @Convert(converter = PartyColumn.class)
    InvoiceParty recipient;

    int reminders;

    /** When it has to be looked at: to be posted, or to be reminded of. */
    @Nullable Instant dueAt;

    @Nullable Instant paidAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Invoice() {}

    Invoice(UUID id, InvoiceDraft draft, InvoiceNumber number, Issuer by, Revision revision) {
        this.id = id;
        this.tenantId = draft.customer().tenantId();
        this.walletId = draft.customer().walletId();
        this.userId = draft.customer().adminUserId();
        this.type = draft.type();
        this.series = number.series();
        this.number = number.number();
        this.invoiceNumber = number.text();
        this.status = draft.moved() ? InvoiceStatus.PAID : InvoiceStatus.PENDING;
        this.currency = draft.customer().currency();
        this.amount = draft.total().amount();
        this.taxName = by.taxName();
        this.taxRate = by.taxRateOf(draft.type());
        this.taxAmount = by.taxIn(amount, draft.type(), currency);
        this.fractionBefore = draft.total().before();
        this.fractionAfter = draft.total().after();
        this.creditedAmount = BigDecimal.ZERO;
        this.lineItems = draft.lines();
        this.billingPeriodStart = draft.range() == null ? null : draft.range().from();
        this.billingPeriodEnd = draft.range() == null ? null : draft.range().until();
        this.afterTransactionId = draft.range() == null ? null : draft.range().after();
        this.lastTransactionId = draft.range() == null ? null : draft.range().last();
        this.creditedInvoiceId = draft.creditedInvoiceId();
        this.issuer = by.party();
        this.recipient = InvoiceParties.of(draft.customer());
        this.revision = revision;
        Instant now = revision.createdAt();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        this.dueDate = type == InvoiceType.TOP_UP ? today.plusDays(by.dueDays()) : today;
        this.paidAt = status == InvoiceStatus.PAID ? now : null;
        this.dueAt = firstLook(now);
    }

    private @Nullable Instant firstLook(Instant now) {
        return switch (type) {
            case TOP_UP -> dueDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            case CREDIT_NOTE -> status == InvoiceStatus.PENDING ? now : null;
            case USAGE -> null;
        };
    }

    /** Whether it waits for its amount to be posted, which happens once. */
    boolean isToBePosted() {
        return status == InvoiceStatus.PENDING && (type == InvoiceType.CREDIT_NOTE || reference != null);
    }

    /** Its payment has come; told again it changes nothing. Tells whether it did. */
    boolean pay(String payment, Instant now) {
        if (payment.equals(reference)) {
            return false;
        }
        if (type != InvoiceType.TOP_UP || reference != null || status == InvoiceStatus.CANCELLED) {
            throw InvoiceProblems.notPayable(invoiceNumber, status);
        }
        status = InvoiceStatus.PENDING;
        reference = payment;
        dueAt = now;
        return true;
    }

    /** What it is about is in the wallet. */
    void posted(UUID transaction, Instant now) {
        status = InvoiceStatus.PAID;
        transactionId = transaction;
        paidAt = now;
        dueAt = null;
    }

    /** Nobody wants it any more; its number stays. Tells whether that is new. */
    boolean cancel() {
        if (status == InvoiceStatus.CANCELLED) {
            return false;
        }
        boolean open = status == InvoiceStatus.PENDING || status == InvoiceStatus.FAILED;
        if (type != InvoiceType.TOP_UP || !open || reference != null) {
            throw InvoiceProblems.notCancellable(invoiceNumber, status);
        }
        status = InvoiceStatus.CANCELLED;
        dueAt = null;
        return true;
    }

    /** The day by which it was to be paid is over: it is reminded of, and given up in the end. */
    void remind(Instant now) {
        if (reminders < MOST_REMINDERS) {
            reminders++;
            dueAt = now.plus(BETWEEN_REMINDERS);
        } else {
            status = InvoiceStatus.FAILED;
            dueAt = null;
        }
    }

    /** Some of it is given back. */
    void credit(BigDecimal back) {
        if (type != InvoiceType.USAGE) {
            throw InvoiceProblems.notCreditable(invoiceNumber);
        }
        BigDecimal left = amount.subtract(creditedAmount);
        if (back.compareTo(left) > 0) {
            throw InvoiceProblems.creditTooLarge(left, currency);
        }
        creditedAmount = creditedAmount.add(back);
    }

    /** Under it the ledger posts it, whatever happens, once. */
    String key() {
        return "invoice/" + id;
    }

    String amount() {
        return Amounts.text(amount);
    }

    String taxRate() {
        return Amounts.text(taxRate);
    }

    String taxAmount() {
        return Amounts.text(taxAmount);
    }

    String fractionBefore() {
        return Amounts.text(fractionBefore);
    }

    String fractionAfter() {
        return Amounts.text(fractionAfter);
    }

    String creditedAmount() {
        return Amounts.text(creditedAmount);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
