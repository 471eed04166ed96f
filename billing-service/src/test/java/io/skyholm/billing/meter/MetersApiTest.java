package io.skyholm.billing.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.billing.Fresh;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs is charged by the hour, from what compute tells of it. */
@QuarkusTest
class MetersApiTest {

    private static final BigDecimal RATE = new BigDecimal("0.50");

    private final Person owner = Person.fresh();
    private final UUID instance = UUID.randomUUID();
    private UUID plan = instance;

    @BeforeEach
    void plan() {
        plan = Person.ADMIN.made(
                "/v1/plans",
                Map.of(
                        "kind",
                        "VPS",
                        "name",
                        "Metered " + instance,
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

    /** Each pays for what ran while it was theirs, whatever of that is told late or twice. */
    @Test
    void whatWentToAnotherTenantHasAMeterForEach() {
        Person receiver = Person.fresh();
        Fresh.wallet(owner.tenant(), "100.00");
        Fresh.wallet(receiver.tenant(), "100.00");
        Instant start = TestClock.now();
        InstanceFact ran = Fresh.instance(owner.tenant(), instance, 1, InstanceStatus.RUNNING, plan, start);
        Broker.tell(InstanceEvents.STARTED, ran);
        TestClock.forward(Duration.ofHours(2));
        Instant stop = TestClock.now();
        Broker.tell(
                InstanceEvents.STOPPED,
                Fresh.instance(owner.tenant(), instance, 2, InstanceStatus.STOPPED, plan, stop));
        TestClock.forward(Duration.ofHours(2));
        Instant given = TestClock.now();
        InstanceFact left = Fresh.instance(owner.tenant(), instance, 3, InstanceStatus.STOPPED, plan, given);
        Broker.tell(InstanceEvents.TRANSFERRED, left);
        Broker.tell(
                InstanceEvents.TRANSFERRED,
                Fresh.instance(receiver.tenant(), instance, 4, InstanceStatus.STOPPED, plan, given));
        TestClock.forward(Duration.ofHours(2));
        Instant again = TestClock.now();
        Broker.tell(
                InstanceEvents.STARTED,
                Fresh.instance(receiver.tenant(), instance, 5, InstanceStatus.RUNNING, plan, again));
        Broker.tell(InstanceEvents.TRANSFERRED, left);
        TestClock.forward(Duration.ofHours(2));
        BigDecimal ofReceiver = hoursSince(again);
        String meter = Eventually.found(
                "the receiver's meter",
                () -> receiver.get("/v1/meters").jsonPath().getString("items[0].id"),
                id -> id != null);
        assertThat(meter).isNotEqualTo(instance.toString());
        receiver.get("/v1/meters/" + meter).then().body("resourceId", equalTo(instance.toString()));
        amountOf("/v1/meters/" + meter, "charged", ofReceiver);
        meterShows("charged", hoursUntil(start, Rating.hourOf(stop).plus(Duration.ofHours(1))));
        owner.get("/v1/meters").then().body("items.id", contains(instance.toString()));
    }

    @Test
    void whatRunsHoldsItsHourAndIsChargedOnceForEachWhateverIsToldAgain() {
        UUID wallet = Fresh.wallet(owner.tenant(), "100.00");
        Instant start = TestClock.now();
        InstanceFact started = Fresh.instance(owner.tenant(), instance, 1, InstanceStatus.RUNNING, plan, start);
        Broker.tell(InstanceEvents.STARTED, started);
        shows(wallet, "held", RATE);
        TestClock.forward(Duration.ofHours(3));
        BigDecimal charged = hoursSince(start);
        meterShows("charged", charged);
        shows(wallet, "held", RATE);
        shows(wallet, "balance", new BigDecimal("100").subtract(charged));
        Broker.tell(InstanceEvents.STARTED, started);
        Instant stop = TestClock.now();
        Broker.tell(
                InstanceEvents.STOPPED,
                Fresh.instance(owner.tenant(), instance, 2, InstanceStatus.STOPPED, plan, stop));
        Broker.tell(InstanceEvents.STARTED, started);
        TestClock.forward(Duration.ofHours(3));
        BigDecimal all = hoursUntil(start, Rating.hourOf(stop).plus(Duration.ofHours(1)));
        meterShows("charged", all);
        shows(wallet, "held", BigDecimal.ZERO);
        shows(wallet, "balance", new BigDecimal("100").subtract(all));
        assertThat(paidHours())
                .hasSize(all.divide(RATE).intValue())
                .allSatisfy((hour, paid) -> assertThat(paid).as(hour).isEqualByComparingTo(RATE));
    }

    @Test
    void whatTheWalletCannotPayIsOwedUntilItCan() {
        UUID wallet = Fresh.wallet(owner.tenant(), "0.60");
        Instant start = TestClock.now();
        Broker.tell(
                InstanceEvents.STARTED,
                Fresh.instance(owner.tenant(), instance, 1, InstanceStatus.RUNNING, plan, start));
        shows(wallet, "held", RATE);
        TestClock.forward(Duration.ofHours(3));
        BigDecimal due = hoursSince(start);
        meterShows("owed", due.subtract(RATE));
        shows(wallet, "balance", new BigDecimal("0.10"));
        Fresh.posted(wallet, Map.of("type", "DEPOSIT", "amount", "50.00"));
        TestClock.forward(Duration.ofSeconds(1));
        meterShows("owed", BigDecimal.ZERO);
        shows(wallet, "balance", new BigDecimal("50.60").subtract(due));
    }

    @Test
    void factThatComesLateGivesBackWhatWasChargedTooMuch() {
        UUID wallet = Fresh.wallet(owner.tenant(), "100.00");
        Instant start = TestClock.now();
        Broker.tell(
                InstanceEvents.STARTED,
                Fresh.instance(owner.tenant(), instance, 1, InstanceStatus.RUNNING, plan, start));
        shows(wallet, "held", RATE);
        TestClock.forward(Duration.ofHours(4));
        meterShows("charged", hoursSince(start));
        Broker.tell(
                InstanceEvents.STOPPED,
                Fresh.instance(owner.tenant(), instance, 2, InstanceStatus.STOPPED, plan, start.plusMillis(1)));
        meterShows("charged", RATE);
        List<String> types = Person.ADMIN
                .get("/v1/wallets/" + wallet + "/transactions")
                .jsonPath()
                .getList("items.type", String.class);
        assertThat(types).contains("ADJUSTMENT");
        TestClock.forward(Duration.ofHours(2));
        shows(wallet, "held", BigDecimal.ZERO);
        shows(wallet, "balance", new BigDecimal("99.50"));
    }

    /** What was paid in the end for each hour: one that was charged before the stop was heard of is given back. */
    private Map<String, BigDecimal> paidHours() {
        List<Map<String, String>> charges =
                owner.get("/v1/meters/" + instance + "/charges").jsonPath().getList("items");
        Map<String, BigDecimal> paid = charges.stream()
                .collect(Collectors.toMap(
                        charge -> charge.get("hour"), charge -> new BigDecimal(charge.get("amount")), BigDecimal::add));
        paid.values().removeIf(amount -> amount.signum() == 0);
        return paid;
    }

    private static BigDecimal hoursSince(Instant start) {
        return hoursUntil(start, Rating.hourOf(TestClock.now().minus(MeterReconciler.SETTLED)));
    }

    private static BigDecimal hoursUntil(Instant start, Instant end) {
        return RATE.multiply(
                BigDecimal.valueOf(Duration.between(Rating.hourOf(start), end).toHours()));
    }

    private static void shows(UUID wallet, String property, BigDecimal amount) {
        amountOf("/v1/wallets/" + wallet, property, amount);
    }

    private void meterShows(String property, BigDecimal amount) {
        amountOf("/v1/meters/" + instance, property, amount);
    }

    private static void amountOf(String path, String property, BigDecimal amount) {
        Eventually.found(
                property + " of " + path,
                () -> Person.ADMIN.get(path).jsonPath().getString(property),
                found -> found != null && new BigDecimal(found).compareTo(amount) == 0);
    }
}
