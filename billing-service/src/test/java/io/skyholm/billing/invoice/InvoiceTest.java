package io.skyholm.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.billing.wallet.Customer;
import io.skyholm.events.billing.InvoiceStatus;
import io.skyholm.events.billing.InvoiceType;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What may become of an invoice, and what never. */
class InvoiceTest {

    private static final Instant NOW = Instant.parse("2028-02-29T12:00:00Z");
    private static final Customer CUSTOMER = new Customer(
            UUID.randomUUID(), UUID.randomUUID(), "EUR", "Acme", null, null, null, null, UUID.randomUUID());
    private static final Issuer ISSUER = new Issuer(
            new InvoiceParty("Skyholm", null, null, null, null), "skyholm", "SKY-", "VAT", new BigDecimal("19"), 14);

    @Test
    void numberHasSixDigitsAndMoreWhereNeeded() {
        assertThat(ISSUER.number(7).text()).isEqualTo("SKY-000007");
        assertThat(ISSUER.number(12_345_678).text()).isEqualTo("SKY-12345678");
    }

    @Test
    void topUpIsDueWithinItsDaysAndBearsNoTax() {
        Invoice topUp = topUp();
        assertThat(topUp.dueDate).isEqualTo(LocalDate.of(2028, 3, 14));
        assertThat(topUp.dueAt).isEqualTo("2028-03-15T00:00:00Z");
        assertThat(topUp.taxAmount()).isEqualTo("0.00");
        assertThat(topUp.userId).isEqualTo(CUSTOMER.adminUserId());
    }

    @Test
    void usageIsPaidAndSaysTheTaxInIt() {
        Invoice usage = usage("119.00");
        assertThat(usage.status).isEqualTo(InvoiceStatus.PAID);
        assertThat(usage.paidAt).isEqualTo(NOW);
        assertThat(usage.dueAt).isNull();
        assertThat(usage.taxAmount()).isEqualTo("19.00");
        refused("INVOICE_NOT_PAYABLE", () -> usage.pay("bank-1", NOW));
        refused("INVOICE_NOT_CANCELLABLE", usage::cancel);
    }

    @Test
    void paymentIsTakenOnceAndPostedOnce() {
        Invoice topUp = topUp();
        assertThat(topUp.isToBePosted()).isFalse();
        assertThat(topUp.pay("bank-1", NOW)).isTrue();
        assertThat(topUp.pay("bank-1", NOW)).isFalse();
        assertThat(topUp.isToBePosted()).isTrue();
        refused("INVOICE_NOT_PAYABLE", () -> topUp.pay("bank-2", NOW));
        refused("INVOICE_NOT_CANCELLABLE", topUp::cancel);
        UUID transaction = UUID.randomUUID();
        topUp.posted(transaction, NOW);
        assertThat(topUp.status).isEqualTo(InvoiceStatus.PAID);
        assertThat(topUp.isToBePosted()).isFalse();
        assertThat(topUp.transactionId).isEqualTo(transaction);
    }

    @Test
    void whatNobodyPaysIsRemindedOfTwiceAndThenFailedAndStillTakesItsPayment() {
        Invoice topUp = topUp();
        topUp.remind(NOW);
        topUp.remind(NOW);
        assertThat(topUp.status).isEqualTo(InvoiceStatus.PENDING);
        assertThat(topUp.dueAt).isEqualTo(NOW.plus(Duration.ofDays(7)));
        topUp.remind(NOW);
        assertThat(topUp.status).isEqualTo(InvoiceStatus.FAILED);
        assertThat(topUp.reminders).isEqualTo(Invoice.MOST_REMINDERS);
        assertThat(topUp.pay("late", NOW)).isTrue();
        assertThat(topUp.isToBePosted()).isTrue();
    }

    @Test
    void whatIsCancelledTakesNoPayment() {
        Invoice topUp = topUp();
        assertThat(topUp.cancel()).isTrue();
        assertThat(topUp.cancel()).isFalse();
        refused("INVOICE_NOT_PAYABLE", () -> topUp.pay("bank-1", NOW));
    }

    @Test
    void noMoreIsGivenBackThanWasCharged() {
        Invoice usage = usage("10.00");
        usage.credit(new BigDecimal("7.00"));
        refused("CREDIT_TOO_LARGE", () -> usage.credit(new BigDecimal("3.01")));
        usage.credit(new BigDecimal("3.00"));
        assertThat(usage.creditedAmount()).isEqualTo("10.00");
        refused("INVOICE_NOT_CREDITABLE", () -> topUp().credit(BigDecimal.ONE));
    }

    private static void refused(String code, ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    private static Invoice topUp() {
        return invoice(new CreateTopUp("25.00", null).draft(CUSTOMER));
    }

    private static Invoice usage(String amount) {
        Total total = Total.of(new BigDecimal(amount), BigDecimal.ZERO, "EUR");
        TransactionRange range = new TransactionRange(NOW.minus(Duration.ofDays(1)), NOW, null, UUID.randomUUID());
        InvoiceDraft draft = InvoiceDraft.ofPeriod(CUSTOMER, total, List.of(), range);
        assertThat(draft.type()).isEqualTo(InvoiceType.USAGE);
        return invoice(draft);
    }

    private static Invoice invoice(InvoiceDraft draft) {
        return new Invoice(UUID.randomUUID(), draft, ISSUER.number(1), ISSUER, Revision.first(null, NOW));
    }
}
