package io.skyholm.billing.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.billing.Fresh;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A statement says what the balances were on any day. */
@QuarkusTest
class StatementsApiTest {

    private final Person owner = Person.fresh();

    @Test
    void saysWhatTheBalancesWereOnAnyDay() {
        UUID wallet = Fresh.wallet(owner.tenant(), "50.00");
        LocalDate first = today();
        Fresh.posted(wallet, Map.of("type", "CHARGE", "amount", "0.0075"));
        TestClock.forward(Duration.ofDays(1));
        UUID last = Fresh.posted(wallet, Map.of("type", "CHARGE", "amount", "1.50"));
        String path = "/v1/wallets/" + wallet + "/statement";
        owner.get(path + "?day=" + first)
                .then()
                .body("isFinal", equalTo(true))
                .body("openingBalance", equalTo("0.00"))
                .body("deposits", equalTo("50.00"))
                .body("charges", equalTo("-0.0075"))
                .body("closingBalance", equalTo("49.9925"))
                .body("transactions", equalTo(2))
                .body("accounts.account", contains("FUNDS", "REVENUE", "WALLET"))
                .body("accounts.balance", contains("-50.00", "0.0075", "49.9925"));
        owner.get(path)
                .then()
                .body("day", equalTo(today().toString()))
                .body("isFinal", equalTo(false))
                .body("openingBalance", equalTo("49.9925"))
                .body("charges", equalTo("-1.50"))
                .body("closingBalance", equalTo("48.4925"))
                .body("lastTransactionId", equalTo(last.toString()));
        owner.get(path + "?day=" + first.minusDays(1))
                .then()
                .body("closingBalance", equalTo("0.00"))
                .body("accounts", empty());
        owner.get(path + "?day=" + today().plusDays(1))
                .then()
                .statusCode(422)
                .body("detail", containsString("day must not be in the future"));
        Person.fresh().get(path).then().statusCode(404);
    }

    private static LocalDate today() {
        return TestClock.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
