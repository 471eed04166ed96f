package io.skyholm.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.billing.Fresh;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money moves once, and its owner sees each movement. */
@QuarkusTest
class TransactionsApiTest {

    private static final int MANY = 40;
    private static final Sql SQL = Sql.asSuperuser("billing");

    private final Person owner = Person.fresh();
    private final Person operator = Person.in(UUID.randomUUID(), BuiltInRole.ADMIN);

    @Test
    void ownerSeesWhatThePlatformHasPosted() {
        UUID wallet = Fresh.wallet(owner.tenant(), "50.00");
        UUID charge = Fresh.posted(wallet, Map.of("type", "CHARGE", "amount", "0.0075", "description", "An hour"));
        owner.get("/v1/wallets/" + wallet)
                .then()
                .body("balance", equalTo("49.9925"))
                .body("available", equalTo("49.9925"));
        owner.get("/v1/wallets/" + wallet + "/transactions")
                .then()
                .body("items.type", contains("CHARGE", "DEPOSIT"))
                .body("items.amount", contains("-0.0075", "50.00"))
                .body("items.balanceAfter", contains("49.9925", "50.00"));
        owner.get("/v1/transactions/" + charge)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("createdBy", equalTo(Person.ADMIN.id().toString()));
        owner.get("/v1/transactions?type=CHARGE").then().body("items.id", contains(charge.toString()));
        Person.fresh().get("/v1/transactions/" + charge).then().statusCode(404);
        Person.fresh().get("/v1/wallets/" + wallet + "/transactions").then().statusCode(404);
        assertThat(Told.types(charge)).containsExactly("billing.transaction.posted.v1");
    }

    @Test
    void nobodyPaysInForThemselves() {
        UUID wallet = Fresh.wallet(owner.tenant());
        post(owner, wallet, Map.of("type", "DEPOSIT", "amount", "50.00"), "k")
                .then()
                .statusCode(403);
        owner.get("/v1/wallets/" + wallet).then().body("balance", equalTo("0.00"));
    }

    @Test
    void whatTheWalletLacksIsNotTaken() {
        UUID wallet = Fresh.wallet(owner.tenant(), "5.00");
        post(operator, wallet, Map.of("type", "CHARGE", "amount", "5.01"), "k")
                .then()
                .statusCode(507)
                .body("code", equalTo("INSUFFICIENT_FUNDS"))
                .body("detail", containsString("0.01 EUR are missing"));
        Map<String, String> payout =
                Map.of("type", "ADJUSTMENT", "amount", "-5.00", "description", "Paid out at the end");
        post(operator, wallet, payout, "k").then().statusCode(201).body("balanceAfter", equalTo("0.00"));
    }

    @Test
    void refundGivesBackNoMoreThanWasCharged() {
        UUID wallet = Fresh.wallet(owner.tenant(), "10.00");
        UUID charge = Fresh.posted(wallet, Map.of("type", "CHARGE", "amount", "10.00"));
        Map<String, Object> refund = Map.of("type", "REFUND", "amount", "6.00", "refundedTransactionId", charge);
        post(operator, wallet, refund, "a").then().statusCode(201).body("balanceAfter", equalTo("6.00"));
        post(operator, wallet, refund, "b")
                .then()
                .statusCode(409)
                .body("code", equalTo("REFUND_TOO_LARGE"))
                .body("detail", containsString("4.00 EUR"));
        owner.get("/v1/transactions?refundedTransactionId=" + charge).then().body("items", hasSize(1));
        UUID another = Fresh.wallet(UUID.randomUUID(), "1.00");
        post(operator, another, refund, "a")
                .then()
                .statusCode(422)
                .body("errors.field", contains("refundedTransactionId"));
    }

    @Test
    void keyIsKeptWithTheTransactionAndRefusesAnotherRequest() {
        UUID wallet = Fresh.wallet(owner.tenant());
        Map<String, String> deposit = Map.of("type", "DEPOSIT", "amount", "5.00");
        String first = post(operator, wallet, deposit, "k")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        assertThat(post(operator, wallet, deposit, "k").asString()).isEqualTo(first);
        post(operator, wallet, Map.of("type", "DEPOSIT", "amount", "6.00"), "k")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        Person other = Person.in(UUID.randomUUID(), BuiltInRole.ADMIN);
        post(other, wallet, deposit, "k").then().statusCode(201).body("balanceAfter", equalTo("10.00"));
    }

    @Test
    void dryRunPostsNothing() {
        UUID wallet = Fresh.wallet(owner.tenant());
        operator.request()
                .queryParam("dry_run", true)
                .body(Map.of("type", "DEPOSIT", "amount", "5.00"))
                .post("/v1/wallets/" + wallet + "/transactions")
                .then()
                .statusCode(201)
                .body("balanceAfter", equalTo("5.00"));
        operator.request()
                .queryParam("dry_run", true)
                .body(Map.of("type", "CHARGE", "amount", "5.00"))
                .post("/v1/wallets/" + wallet + "/transactions")
                .then()
                .statusCode(507);
        owner.get("/v1/transactions").then().body("items", hasSize(0));
    }

    @Test
    void manyAtOnceOnOneWalletAreEachPostedOnce() {
        UUID wallet = Fresh.wallet(owner.tenant(), "10.00");
        List<Integer> statuses = Crowd.of(MANY, number -> post(
                        operator, wallet, Map.of("type", "CHARGE", "amount", "1.00"), "c" + number % (MANY / 2))
                .statusCode());
        assertThat(statuses).containsOnly(201, 507);
        owner.get("/v1/wallets/" + wallet).then().body("balance", equalTo("0.00"));
        assertThat(SQL.number(
                        "select count(*) from ledger_transaction where wallet_id = ? and type = 'CHARGE'", wallet))
                .isEqualTo(10);
        assertThat(
                        SQL
                                .rows(
                                        "select balance_after from ledger_transaction where wallet_id = ? order by id",
                                        wallet)
                                .stream()
                                .map(row -> (BigDecimal) row.get("balance_after")))
                .as("each on what the one before has left")
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    private static Response post(Person as, UUID wallet, Map<String, ?> transaction, String key) {
        return as.request()
                .header("Idempotency-Key", key)
                .body(transaction)
                .post("/v1/wallets/" + wallet + "/transactions");
    }
}
