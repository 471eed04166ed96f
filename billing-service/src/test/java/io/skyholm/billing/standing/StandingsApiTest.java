package io.skyholm.billing.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.billing.Fresh;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Wallets bound what runs: their tenants are warned, refused what is new, and in the end stopped, and come back. */
@QuarkusTest
class StandingsApiTest {

    private final Person owner = Person.fresh();

    @Test
    void emptyWalletWarnsRestrictsSuspendsAndComesBackWithATopUp() {
        UUID wallet = Fresh.wallet(owner.tenant(), "1.20");
        owner.get(path(wallet))
                .then()
                .body("stage", equalTo("ACTIVE"))
                .body("reasons", empty())
                .body("warnHours", equalTo(72))
                .body("missing", equalTo("0.00"));
        UUID plan = plan();
        UUID instance = UUID.randomUUID();
        tell(instance, 1, InstanceStatus.RUNNING, plan, TestClock.now());
        stage(wallet, "WARNED");
        owner.get(path(wallet))
                .then()
                .body("reasons", contains("RUNS_OUT_SOON"))
                .body("hourlyCost", equalTo("0.50"))
                .body("graceEndsAt", nullValue());
        TestClock.forward(Duration.ofHours(4));
        stage(wallet, "RESTRICTED");
        owner.get(path(wallet)).then().body("graceEndsAt", notNullValue());
        assertThat(amount(wallet, "missing")).isPositive();
        TestClock.forward(Duration.ofHours(25));
        stage(wallet, "SUSPENDED");
        tell(instance, 2, InstanceStatus.STOPPED, plan, TestClock.now());
        TestClock.forward(Duration.ofHours(2));
        Eventually.holds("nothing runs", () -> amount(wallet, "hourlyCost").signum() == 0);
        Fresh.posted(wallet, Map.of("type", "DEPOSIT", "amount", "1.00"));
        Eventually.holds(
                "the first of it is paid",
                () -> new BigDecimal(owner.get("/v1/meters/" + instance)
                                        .jsonPath()
                                        .getString("charged"))
                                .compareTo(new BigDecimal("1.50"))
                        >= 0);
        stage(wallet, "SUSPENDED");
        Fresh.posted(wallet, Map.of("type", "DEPOSIT", "amount", "50.00"));
        stage(wallet, "ACTIVE");
        owner.get(path(wallet)).then().body("missing", equalTo("0.00")).body("graceEndsAt", nullValue());
        assertThat(Told.types(wallet))
                .containsSubsequence(
                        "billing.wallet-standing.warned.v1",
                        "billing.wallet-standing.restricted.v1",
                        "billing.wallet-standing.suspended.v1",
                        "billing.wallet-standing.cleared.v1");
    }

    @Test
    void limitsOfTheMonthWarnRefuseAndStopUntilItIsOver() {
        UUID wallet = Fresh.wallet(owner.tenant(), "100.00");
        TestClock.forward(Duration.between(TestClock.now(), nextMonth()).plusHours(2));
        limit(wallet, Map.of("warnAt", "1.00", "refuseAt", "2.00", "stopAt", "3.00"));
        charge(wallet, "1.00");
        stage(wallet, "WARNED");
        charge(wallet, "1.00");
        stage(wallet, "RESTRICTED");
        owner.get(path(wallet))
                .then()
                .body("reasons", contains("WARN_LIMIT", "REFUSE_LIMIT"))
                .body("missing", equalTo("0.00"))
                .body("spent", equalTo("2.00"));
        charge(wallet, "1.00");
        stage(wallet, "SUSPENDED");
        Fresh.posted(wallet, Map.of("type", "DEPOSIT", "amount", "10.00"));
        owner.get(path(wallet)).then().body("stage", equalTo("SUSPENDED"));
        limit(wallet, Map.of("warnAt", "1.00", "refuseAt", "20.00", "stopAt", "30.00"));
        stage(wallet, "WARNED");
        limit(wallet, Map.of("warnAt", "1.00", "stopAt", "2.00"));
        stage(wallet, "SUSPENDED");
        TestClock.forward(Duration.between(TestClock.now(), nextMonth()).plusHours(1));
        stage(wallet, "ACTIVE");
        owner.get(path(wallet)).then().body("spent", equalTo("0.00")).body("stopAt", equalTo("2.00"));
    }

    @Test
    void lowBalanceIsTold() {
        UUID wallet = Fresh.wallet(owner.tenant(), "10.00");
        limit(wallet, Map.of("lowBalance", "5.00"));
        charge(wallet, "5.01");
        stage(wallet, "WARNED");
        owner.get(path(wallet)).then().body("reasons", contains("BALANCE_LOW"));
        assertThat(Told.types(wallet)).contains("billing.wallet-standing.warned.v1");
        Fresh.posted(wallet, Map.of("type", "DEPOSIT", "amount", "1.00"));
        stage(wallet, "ACTIVE");
    }

    @Test
    void nobodyElseSeesOrLimitsIt() {
        UUID wallet = Fresh.wallet(owner.tenant());
        Person other = Person.fresh();
        other.get(path(wallet)).then().statusCode(404);
        other.put(path(wallet), Map.of("stopAt", "1.00")).then().statusCode(404);
        owner.put(path(wallet), Map.of("stopAt", "0.00"))
                .then()
                .statusCode(422)
                .body("detail", equalTo("stopAt must be more than 0; leave it out to have none"));
    }

    private void tell(UUID instance, long generation, InstanceStatus status, UUID plan, Instant at) {
        Broker.tell(
                status == InstanceStatus.RUNNING ? InstanceEvents.STARTED : InstanceEvents.STOPPED,
                Fresh.instance(owner.tenant(), instance, generation, status, plan, at));
    }

    private void stage(UUID wallet, String stage) {
        Eventually.found(
                "the standing of " + wallet,
                () -> owner.get(path(wallet)).jsonPath().getString("stage"),
                stage::equals);
    }

    private BigDecimal amount(UUID wallet, String property) {
        return new BigDecimal(owner.get(path(wallet)).jsonPath().getString(property));
    }

    private void limit(UUID wallet, Map<String, ?> limits) {
        owner.put(path(wallet), limits).then().statusCode(200);
    }

    private static void charge(UUID wallet, String amount) {
        Fresh.posted(wallet, Map.of("type", "CHARGE", "amount", amount));
    }

    private static String path(UUID wallet) {
        return "/v1/wallets/" + wallet + "/standing";
    }

    private static Instant nextMonth() {
        return StandingStore.monthOf(TestClock.now())
                .atOffset(ZoneOffset.UTC)
                .plusMonths(1)
                .toInstant();
    }

    private static UUID plan() {
        return Person.ADMIN.made(
                "/v1/plans",
                Map.of(
                        "kind",
                        "VPS",
                        "name",
                        "Bounded " + UUID.randomUUID(),
                        "vcpus",
                        1,
                        "memoryMb",
                        1024,
                        "diskGb",
                        10,
                        "hourlyRate",
                        "0.50",
                        "monthlyRate",
                        "1000"));
    }
}
