package io.skyholm.network.traffic;

import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.skyholm.events.host.PortTraffic;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ports carry is counted once, month by month, and told when it is much. */
@QuarkusTest
class TrafficTest {

    private static final long GB = 1_000_000_000L;
    private static final Instant BEGUN = Instant.parse("2026-01-05T08:00:00Z");

    private final Instant now = Instant.now();
    private Person owner;
    private Instance instance;
    private Host host;
    private UUID port;

    @BeforeEach
    void portOnAHost() {
        owner = Person.fresh();
        Fresh.subnet(owner, "10.1.0.0/24");
        UUID center = UUID.randomUUID();
        host = Host.in(center);
        instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        port = instance.hears(READY).ports().getFirst().portId();
    }

    @Test
    void reportsThatComeTwiceOrLateCountOnce() {
        host.counted(port, traffic(BEGUN, 700, 70), now);
        host.counted(port, traffic(BEGUN, 700, 70), now);
        host.counted(port, traffic(BEGUN, 300, 30), now.minusSeconds(5));
        host.counted(port, traffic(BEGUN, 900, 90), now);
        uses(990);
        JsonPath month = months().setRootPath("items[0]");
        assertThat(month.getLong("receivedBytes")).isEqualTo(900);
        assertThat(month.getLong("sentBytes")).isEqualTo(90);
        assertThat(month.getString("month")).isEqualTo(month(now));
        assertThat(month.getString("instanceId")).isEqualTo(instance.id().toString());
        owner.get("/v1/ports/" + port)
                .then()
                .body("trafficUsedBytes", equalTo(990))
                .body("trafficAllowanceGb", nullValue());
    }

    @Test
    void countersThatBeginAnewCountOnAndTheirLateReportsDoNot() {
        Instant again = BEGUN.plusSeconds(3600);
        host.counted(port, traffic(BEGUN, 1000, 0), now);
        host.counted(port, traffic(again, 20, 0), now);
        host.counted(port, traffic(BEGUN, 900, 0), now);
        host.counted(port, traffic(again, 50, 0), now);
        uses(1050);
    }

    @Test
    void everyMonthCountsWhatWasCarriedInIt() {
        Instant before = YearMonth.from(TestClock.now().atOffset(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusSeconds(60)
                .minus(TestClock.ahead());
        host.counted(port, traffic(BEGUN, 1000, 0), before);
        host.counted(port, traffic(BEGUN, 1500, 0), now);
        uses(500);
        host.counted(port, traffic(BEGUN, 1100, 0), before.plusSeconds(30));
        uses(400);
        assertThat(months().getList("items.month")).containsExactly(month(now), month(before));
        assertThat(used(month(before))).isEqualTo(1100);
    }

    @Test
    void passingFourFifthsAndAllOfTheAllowanceIsToldOnce() {
        allow(10).then().statusCode(200).body("trafficAllowanceGb", equalTo(10));
        host.counted(port, traffic(BEGUN, 7 * GB, GB - 1), now);
        uses(8 * GB - 1);
        UUID month = UUID.fromString(months().getString("items[0].id"));
        assertThat(Told.types(month)).isEmpty();
        host.counted(port, traffic(BEGUN, 7 * GB, GB), now);
        host.counted(port, traffic(BEGUN, 7 * GB, 2 * GB), now);
        host.counted(port, traffic(BEGUN, 9 * GB, 2 * GB), now);
        host.counted(port, traffic(BEGUN, 12 * GB, 2 * GB), now);
        uses(14 * GB);
        assertThat(Told.types(month).getLast()).isEqualTo("network.traffic.used-up.v1");
        assertThat(Told.types(month)).doesNotHaveDuplicates();
        allow(17).then().statusCode(200);
        assertThat(Told.types(month).getLast()).isEqualTo("network.traffic.nearly-used-up.v1");
        int told = Told.types(month).size();
        allow(null).then().statusCode(200).body("trafficAllowanceGb", nullValue());
        host.counted(port, traffic(BEGUN, 90 * GB, 2 * GB), now);
        uses(92 * GB);
        assertThat(Told.types(month)).hasSize(told);
    }

    @Test
    void hostCountsForThePortsThatAreOnItAlone() {
        Host other = Host.in(host.dataCenter());
        other.counted(port, traffic(BEGUN, 5000, 0), now);
        host.counted(port, traffic(BEGUN, 100, 0), now);
        uses(100);
        host.fenced();
        instance.placed(other);
        instance.isReadyOn(other);
        host.counted(port, traffic(BEGUN, 7000, 0), now);
        other.counted(port, traffic(BEGUN.plusSeconds(9), 11, 0), now);
        uses(111);
    }

    @Test
    void theNextMonthBeginsWhenTheCalendarSaysSo() {
        host.counted(port, traffic(BEGUN, 1000, 0), now);
        uses(1000);
        String over = month(now);
        TestClock.forward(Duration.ofDays(31));
        host.counted(port, traffic(BEGUN, 1200, 0), now);
        uses(200);
        assertThat(months().getList("items.month")).containsExactly(month(now), over);
        assertThat(used(over)).isEqualTo(1000);
    }

    @Test
    void tenantSeesItsOwnTrafficAndRaisesNoAllowance() {
        host.counted(port, traffic(BEGUN, 100, 0), now);
        uses(100);
        owner.patch("/v1/ports/" + port, Map.of("trafficAllowanceGb", 1_000_000))
                .then()
                .statusCode(403);
        allow(0).then().statusCode(422);
        Person.fresh().get("/v1/traffic?portId=" + port).then().body("items", empty());
        owner.get("/v1/traffic?month=" + month(now)).then().body("items.portId", contains(port.toString()));
        owner.get("/v1/traffic?month=1999-12").then().body("items", empty());
        owner.get("/v1/traffic?month=1999-13").then().statusCode(422);
    }

    @Test
    void brokenCountersKeepNobodyElsesReportsBack() {
        host.counted(port, traffic(BEGUN, -1, 0), now);
        host.counted(port, traffic(Instant.parse("9999-12-31T00:00:00Z"), 1, 0), now);
        host.counted(port, traffic(BEGUN, Long.MAX_VALUE, Long.MAX_VALUE), now.plus(Duration.ofDays(900)));
        Eventually.holds(
                "it is counted for this month, as far as that goes",
                () -> used(month(now)) == 8_000_000_000_000_000_000L);
    }

    private Response allow(@Nullable Integer gigabytes) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("trafficAllowanceGb", gigabytes);
        return Person.ADMIN.patch("/v1/ports/" + port, change);
    }

    private void uses(long bytes) {
        Eventually.found("the month's traffic", () -> used(month(now)), used -> used == bytes);
    }

    private long used(String month) {
        List<Number> used = owner.get("/v1/traffic?portId=" + port + "&month=" + month)
                .jsonPath()
                .getList("items.usedBytes");
        return used.isEmpty() ? 0 : used.getFirst().longValue();
    }

    private JsonPath months() {
        return owner.get("/v1/traffic?portId=" + port).jsonPath();
    }

    private static PortTraffic traffic(Instant since, long received, long sent) {
        return new PortTraffic(since, received, sent);
    }

    /** The month of the calendar in which a host saw something. */
    private static String month(Instant at) {
        return YearMonth.from(at.plus(TestClock.ahead()).atOffset(ZoneOffset.UTC))
                .toString();
    }
}
