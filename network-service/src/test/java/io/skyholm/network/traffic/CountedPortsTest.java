package io.skyholm.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.PortTraffic;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of hosts' reports counts, and in which month. */
class CountedPortsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant SINCE = Instant.parse("2026-01-05T08:00:00Z");
    private static final UUID HOST = UUID.randomUUID();
    private static final UUID PORT = UUID.randomUUID();

    @Test
    void ofReportsAboutTheSameCountersTheMostCounts() {
        assertThat(bytes(seen(NOW, SINCE, 700, 70), seen(NOW, SINCE, 300, 90))).containsExactly(700L, 90L);
    }

    @Test
    void countersThatBeganAnewAreOthers() {
        assertThat(ports(seen(NOW, SINCE, 1000, 0), seen(NOW, SINCE.plusSeconds(1), 20, 0)))
                .hasSize(2);
    }

    @Test
    void everyMonthIsCountedByItself() {
        Instant before = Instant.parse("2026-02-28T23:59:59Z");
        assertThat(months(UnaryOperator.identity(), seen(before, SINCE, 1, 0), seen(NOW, SINCE, 2, 0)))
                .containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));
    }

    @Test
    void monthIsThatOfTheCalendar() {
        assertThat(months(at -> at.plus(Duration.ofDays(31)), seen(NOW, SINCE, 1, 0)))
                .containsExactly(LocalDate.of(2026, 4, 1));
    }

    @Test
    void whatAHostSawInTheFutureIsOfThisMonth() {
        assertThat(CountedPorts.month(NOW.plus(Duration.ofDays(900)), NOW, UnaryOperator.identity()))
                .isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void whatIsToldMoreThanFortyFiveDaysLateIsOfTheOldestOpenMonth() {
        assertThat(CountedPorts.month(NOW.minus(Duration.ofDays(46)), NOW, UnaryOperator.identity()))
                .isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(CountedPorts.month(NOW.minus(Duration.ofDays(400)), NOW, UnaryOperator.identity()))
                .isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T08:00:00Z, -1, 0",
        "2026-01-05T08:00:00Z, 0, -1",
        "1970-01-01T00:00:00Z, 1, 1",
        "9999-12-31T00:00:00Z, 1, 1"
    })
    void brokenCountersCountNothing(Instant since, long received, long sent) {
        assertThat(counted(UnaryOperator.identity(), seen(NOW, since, received, sent))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatIsNoPortOrCarriesNothingIsPassedOver() {
        Observation machine = new Observation(new ThingKind("DISK"), PORT, 1, ThingState.RUNNING, true, 0, 0, null, NOW)
                .carrying(new PortTraffic(SINCE, 1, 1));
        Observation silent = new Observation(DesiredPort.KIND, PORT, 1, ThingState.RUNNING, true, 0, 0, null, NOW);
        assertThat(counted(UnaryOperator.identity(), machine, silent).isEmpty()).isTrue();
    }

    private static Observation seen(Instant at, Instant since, long received, long sent) {
        PortTraffic traffic = new PortTraffic(since, received, sent);
        return new Observation(DesiredPort.KIND, PORT, 1, ThingState.RUNNING, true, 0, 0, null, at).carrying(traffic);
    }

    private static CountedPorts counted(UnaryOperator<Instant> calendar, Observation... things) {
        HostReport report = new Inventory(HOST, NOW, 1, 1, List.of(things));
        return CountedPorts.in(List.of(report), NOW, calendar);
    }

    private static List<Long> bytes(Observation... things) {
        Object[] columns = counted(UnaryOperator.identity(), things).columns();
        return List.of(((Long[]) columns[4])[0], ((Long[]) columns[5])[0]);
    }

    private static UUID[] ports(Observation... things) {
        return (UUID[]) counted(UnaryOperator.identity(), things).columns()[0];
    }

    private static LocalDate[] months(UnaryOperator<Instant> calendar, Observation... things) {
        return (LocalDate[]) counted(calendar, things).columns()[1];
    }
}
