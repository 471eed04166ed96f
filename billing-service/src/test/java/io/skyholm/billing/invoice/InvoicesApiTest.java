package io.skyholm.billing.invoice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.billing.Fresh;
import io.skyholm.billing.money.Amounts;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.testing.answers.RecordedFiles;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Invoices say what has moved, each movement once, and what is paid by them is in the wallet once. */
@QuarkusTest
class InvoicesApiTest {

    private static final Sql SQL = Sql.asSuperuser("billing");

    /** Whatever waits for a time of the calendar is looked at by then. */
    private static final Duration LOOKED_AT = Duration.ofMinutes(11);

    private final Person owner = Person.fresh();

    @Test
    void usageIsInvoicedOnceAndProvesItself() {
        UUID wallet = Fresh.wallet(owner.tenant(), "100.00");
        UUID plan = plan();
        UUID meter = Fresh.meter(owner.tenant(), plan);
        Fresh.posted(wallet, Map.of("type", "CHARGE", "amount", "7.00", "description", "Setup"));
        UUID invoice = invoiceNow(wallet);
        owner.get("/v1/invoices/" + invoice)
                .then()
                .body("type", equalTo("USAGE"))
                .body("status", equalTo("PAID"))
                .body("paidAt", notNullValue())
                .body("lineItems.kind", contains("USAGE", "CHARGE"))
                .body("lineItems[0].planId", equalTo(plan.toString()))
                .body("lineItems[0].resources", equalTo(1))
                .body("lineItems[1].amount", equalTo("7.00"))
                .body("recipient.name", equalTo("Tenant " + owner.tenant()));
        List<Map<String, String>> charges = owner.get("/v1/invoices/" + invoice + "/line-items/1/charges")
                .jsonPath()
                .getList("items");
        assertThat(charges).isNotEmpty().allSatisfy(charge -> assertThat(charge)
                .containsEntry("meterId", meter.toString())
                .containsKey("transactionId"));
        assertThat(sum(charges.stream().map(charge -> charge.get("amount")).toList()))
                .isEqualByComparingTo(text(invoice, "lineItems[0].amount"))
                .isEqualByComparingTo(new BigDecimal(text(invoice, "amount")).subtract(new BigDecimal("7")));
        owner.get("/v1/invoices/" + invoice + "/line-items/2/charges").then().statusCode(404);
        Person.ADMIN
                .post("/v1/wallets/" + wallet + "/invoices", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_INVOICE"));
        owner.post("/v1/wallets/" + wallet + "/invoices", Map.of()).then().statusCode(403);
        assertThat(Told.types(invoice)).containsExactly("billing.invoice.issued.v1");
    }

    @Test
    void invoiceIsAPageAPdfAndACsv() {
        UUID wallet = Fresh.wallet(owner.tenant(), "100.00");
        UUID meter = Fresh.meter(owner.tenant(), plan());
        owner.put(
                        "/v1/wallets/" + wallet + "/billing-details",
                        Map.of("name", "Łódź & Co", "address", "Main Street 1\nLondon", "country", "GB"))
                .then()
                .statusCode(200)
                .body("generation", equalTo(2));
        UUID invoice = invoiceNow(wallet);
        file(invoice, "html")
                .then()
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Łódź &amp; Co"))
                .body(containsString(meter.toString()));
        assertThat(new String(file(invoice, "pdf").asByteArray(), 0, 5, US_ASCII))
                .isEqualTo("%PDF-");
        file(invoice, "csv")
                .then()
                .header("Content-Disposition", containsString(".csv"))
                .body(containsString(text(invoice, "invoiceNumber") + ",1,USAGE,"))
                .body(containsString(meter.toString()));
        Person.fresh().get("/v1/invoices/" + invoice + "/pdf").then().statusCode(404);
        Person.fresh().get("/v1/invoices/" + invoice + "/csv").then().statusCode(404);
    }

    @Test
    void topUpIsInTheWalletOnceItIsPaid() {
        UUID wallet = Fresh.wallet(owner.tenant());
        UUID invoice = topUp(wallet, "25.00");
        owner.get("/v1/invoices/" + invoice)
                .then()
                .body("status", equalTo("PENDING"))
                .body("transactionId", nullValue())
                .body("dueDate", equalTo(day(Duration.ofDays(14))));
        pay(owner, invoice, "bank-1").then().statusCode(403);
        Person.ADMIN
                .put("/v1/invoices/" + invoice + "/payment", Map.of("amount", "24.00", "reference", "bank-1"))
                .then()
                .statusCode(422)
                .body("detail", containsString("25.00 EUR"));
        List<Integer> answers =
                Crowd.of(8, at -> pay(Person.ADMIN, invoice, "bank-1").statusCode());
        assertThat(answers).containsOnly(200);
        comes(invoice, "PAID");
        owner.get("/v1/wallets/" + wallet).then().body("balance", equalTo("25.00"));
        owner.get("/v1/wallets/" + wallet + "/transactions")
                .then()
                .body("items.reference", contains("bank-1"))
                .body("items.id", contains(text(invoice, "transactionId")));
        pay(Person.ADMIN, invoice, "bank-2").then().statusCode(409).body("code", equalTo("INVOICE_NOT_PAYABLE"));
        owner.post("/v1/invoices/" + invoice + "/cancel", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("INVOICE_NOT_CANCELLABLE"));
        assertThat(Told.types(invoice))
                .containsExactly("billing.invoice.issued.v1", "billing.invoice.paying.v1", "billing.invoice.paid.v1");
    }

    @Test
    void topUpThatNobodyPaysIsRemindedOfAndGivenUpAndStillTakesItsPayment() {
        UUID wallet = Fresh.wallet(owner.tenant());
        UUID unwanted = topUp(wallet, "10.00");
        owner.post("/v1/invoices/" + unwanted + "/cancel", Map.of()).then().body("status", equalTo("CANCELLED"));
        UUID invoice = topUp(wallet, "25.00");
        TestClock.forward(Duration.ofDays(15));
        comesTo(invoice, "reminders", "1");
        TestClock.forward(Duration.ofDays(7));
        comesTo(invoice, "reminders", "2");
        TestClock.forward(Duration.ofDays(7));
        comes(invoice, "FAILED");
        pay(Person.ADMIN, invoice, "late").then().statusCode(200);
        comes(invoice, "PAID");
        owner.get("/v1/wallets/" + wallet).then().body("balance", equalTo("25.00"));
        owner.get("/v1/invoices/" + unwanted).then().body("status", equalTo("CANCELLED"));
        assertThat(Told.types(invoice))
                .containsSubsequence(
                        "billing.invoice.reminded.v1", "billing.invoice.failed.v1", "billing.invoice.paid.v1");
    }

    @Test
    void whatDiedWhileItWasPostedIsPostedOnce() {
        UUID wallet = Fresh.wallet(owner.tenant());
        UUID noted = topUp(wallet, "25.00");
        SQL.change("update invoice set reference = 'bank-1', due_at = created_at where id = ?", noted);
        TestClock.forward(LOOKED_AT);
        comes(noted, "PAID");
        SQL.change(
                "update invoice set status = 'PENDING', transaction_id = null, paid_at = null, due_at = created_at where id = ?",
                noted);
        TestClock.forward(LOOKED_AT);
        comes(noted, "PAID");
        owner.get("/v1/wallets/" + wallet).then().body("balance", equalTo("25.00"));
        owner.get("/v1/wallets/" + wallet + "/transactions").then().body("items", hasSize(1));
    }

    @Test
    void factThatComesAfterTheInvoiceIsCorrectedOnTheNext() {
        UUID wallet = Fresh.wallet(owner.tenant(), "100.00");
        UUID plan = plan();
        UUID instance = UUID.randomUUID();
        Instant start = TestClock.now();
        Broker.tell(
                InstanceEvents.STARTED,
                Fresh.instance(owner.tenant(), instance, 1, InstanceStatus.RUNNING, plan, start));
        holds(wallet, "0.50");
        TestClock.forward(Duration.ofHours(3));
        BigDecimal hours = BigDecimal.valueOf(ChronoUnit.HOURS.between(
                start.truncatedTo(ChronoUnit.HOURS),
                TestClock.now().minusSeconds(60).truncatedTo(ChronoUnit.HOURS)));
        BigDecimal charged = hours.multiply(new BigDecimal("0.50")).min(BigDecimal.ONE);
        comesTo("/v1/meters/" + instance, "charged", Amounts.text(charged));
        UUID first = invoiceNow(wallet);
        assertThat(text(first, "amount")).isEqualTo(Amounts.text(charged));
        Broker.tell(
                InstanceEvents.STOPPED,
                Fresh.instance(owner.tenant(), instance, 2, InstanceStatus.STOPPED, plan, start.plusMillis(1)));
        comesTo("/v1/meters/" + instance, "charged", "0.50");
        UUID next = invoiceNow(wallet);
        String back = Amounts.text(charged.subtract(new BigDecimal("0.50")));
        owner.get("/v1/invoices/" + next)
                .then()
                .body("type", equalTo("CREDIT_NOTE"))
                .body("status", equalTo("PAID"))
                .body("amount", equalTo(back))
                .body("lineItems.kind", contains("CORRECTION"))
                .body("lineItems.amount", contains(back));
        List<String> corrected = owner.get("/v1/invoices/" + next + "/line-items/1/charges")
                .jsonPath()
                .getList("items.amount");
        assertThat(sum(corrected).negate()).isEqualByComparingTo(back);
        owner.get("/v1/invoices/" + next + "/csv")
                .then()
                .body(containsString(",1,CORRECTION,"))
                .body(containsString("," + back + ",EUR"));
        assertThat(SQL.rows(comparison("billing-invoices"))).isEmpty();
    }

    @Test
    void creditNotesGiveBackAtMostWhatWasInvoiced() {
        UUID wallet = Fresh.wallet(owner.tenant(), "50.00");
        Fresh.posted(wallet, Map.of("type", "CHARGE", "amount", "10.00"));
        UUID invoice = invoiceNow(wallet);
        UUID note = Person.ADMIN.made("/v1/invoices/" + invoice + "/credit-notes", credit("4.00"));
        comes(note, "PAID");
        owner.get("/v1/wallets/" + wallet).then().body("balance", equalTo("44.00"));
        owner.get("/v1/invoices/" + note)
                .then()
                .body("type", equalTo("CREDIT_NOTE"))
                .body("creditedInvoiceId", equalTo(invoice.toString()));
        List<Integer> answers = Crowd.of(6, at -> Person.ADMIN
                .post("/v1/invoices/" + invoice + "/credit-notes", credit("2.00"))
                .statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 201, 201, 409, 409, 409);
        owner.get("/v1/invoices/" + invoice).then().body("creditedAmount", equalTo("10.00"));
        Person.ADMIN
                .post("/v1/invoices/" + note + "/credit-notes", credit("1.00"))
                .then()
                .statusCode(409)
                .body("code", equalTo("INVOICE_NOT_CREDITABLE"));
        Person.ADMIN
                .post("/v1/invoices/" + invoice + "/credit-notes", credit("0.001"))
                .then()
                .statusCode(422);
        owner.post("/v1/invoices/" + invoice + "/credit-notes", credit("1.00"))
                .then()
                .statusCode(403);
    }

    @Test
    void monthIsInvoicedWhenItIsOverAndNumbersHaveNoGaps() {
        UUID wallet = Fresh.wallet(owner.tenant(), "50.00");
        Fresh.posted(wallet, Map.of("type", "CHARGE", "amount", "1.004", "description", "One"));
        Instant end = endOfMonth();
        TestClock.forward(Duration.between(TestClock.now(), end.plus(2, ChronoUnit.DAYS)));
        Eventually.found("the month's invoice", () -> ofWallet(wallet), found -> found.size() == 1);
        owner.get("/v1/invoices?walletId=" + wallet)
                .then()
                .body("items", hasSize(1))
                .body("items[0].amount", equalTo("1.00"))
                .body("items[0].fractionAfter", equalTo("0.004"))
                .body("items[0].billingPeriodEnd", equalTo(end.toString()));
        Fresh.posted(wallet, Map.of("type", "CHARGE", "amount", "1.003", "description", "Two"));
        UUID next = invoiceNow(wallet);
        owner.get("/v1/invoices/" + next)
                .then()
                .body("billingPeriodStart", equalTo(end.toString()))
                .body("fractionBefore", equalTo("0.004"))
                .body("amount", equalTo("1.01"))
                .body("fractionAfter", equalTo("-0.003"));
        Crowd.of(10, at -> topUp(Fresh.wallet(UUID.randomUUID()), "5.00"));
        Stream.of("billing-invoice-numbers", "billing-invoices", "billing-invoice-payments")
                .forEach(book -> assertThat(SQL.rows(comparison(book))).as(book).isEmpty());
        assertThat(SQL.number("select count(*) - max(number) from invoice")).isZero();
        assertThat(SQL.number("select last_number - (select max(number) from invoice) from invoice_series"))
                .isZero();
    }

    @Test
    void tenantAsksForSoManyTopUpsADay() {
        UUID wallet = Fresh.wallet(owner.tenant());
        List<Integer> answers = Crowd.of(InvoiceProblems.MOST_A_DAY + 4, at -> owner.post(
                        "/v1/wallets/" + wallet + "/top-ups", Map.of("amount", "5.00"))
                .statusCode());
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(InvoiceProblems.MOST_A_DAY);
        owner.post("/v1/wallets/" + wallet + "/top-ups", Map.of("amount", "5.00"))
                .then()
                .statusCode(409)
                .body("code", equalTo("TOP_UPS_TOO_OFTEN"));
        owner.post("/v1/wallets/" + wallet + "/top-ups", Map.of("amount", "5.001"))
                .then()
                .statusCode(422);
    }

    private static String comparison(String book) {
        try (InputStream found = Sql.class.getResourceAsStream("/books/" + book + ".sql")) {
            return new String(Objects.requireNonNull(found).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What it is, which also becomes an example of the document. */
    private Response file(UUID invoice, String kind) {
        Response answer = owner.get("/v1/invoices/" + invoice + "/" + kind);
        answer.then().statusCode(200);
        RecordedFiles.add("GET /v1/invoices/{id}/" + kind, answer);
        return answer;
    }

    private static Map<String, String> credit(String amount) {
        return Map.of("amount", amount, "description", "It was away for an hour");
    }

    private static Response pay(Person person, UUID invoice, String reference) {
        return person.put("/v1/invoices/" + invoice + "/payment", Map.of("amount", "25.00", "reference", reference));
    }

    private static UUID topUp(UUID wallet, String amount) {
        return Person.ADMIN.made("/v1/wallets/" + wallet + "/top-ups", Map.of("amount", amount));
    }

    private static UUID invoiceNow(UUID wallet) {
        return Person.ADMIN.made("/v1/wallets/" + wallet + "/invoices", Map.of());
    }

    private static UUID plan() {
        return Person.ADMIN.made(
                "/v1/plans",
                Map.of(
                        "kind",
                        "VPS",
                        "name",
                        "Invoiced " + UUID.randomUUID(),
                        "vcpus",
                        1,
                        "memoryMb",
                        1024,
                        "diskGb",
                        10,
                        "hourlyRate",
                        "0.50",
                        "monthlyRate",
                        "1.00"));
    }

    private List<String> ofWallet(UUID wallet) {
        return owner.get("/v1/invoices?walletId=" + wallet).jsonPath().getList("items.id");
    }

    private static void comes(UUID invoice, String status) {
        comesTo(invoice, "status", status);
    }

    private static void comesTo(UUID invoice, String property, String value) {
        comesTo("/v1/invoices/" + invoice, property, value);
    }

    private static void comesTo(String path, String property, String value) {
        Eventually.found(
                property + " of " + path,
                () -> Person.ADMIN.get(path).jsonPath().getString(property),
                value::equals);
    }

    private static void holds(UUID wallet, String amount) {
        comesTo("/v1/wallets/" + wallet, "held", amount);
    }

    private static String text(UUID invoice, String path) {
        return Person.ADMIN.get("/v1/invoices/" + invoice).jsonPath().getString(path);
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String day(Duration ahead) {
        return TestClock.now()
                .plus(ahead)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    private static Instant endOfMonth() {
        return TestClock.now()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
