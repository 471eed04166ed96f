package io.skyholm.billing.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What hours cost. */
class RatingTest {

    private static final UUID SMALL = UUID.randomUUID();
    private static final UUID LARGE = UUID.randomUUID();
    private static final UUID BY_SECOND = UUID.randomUUID();

    private static final List<Tariff> TARIFFS = List.of(
            tariff(SMALL, 1, "2026-01-01T00:00:00Z", false, "0.01", "5"),
            tariff(SMALL, 2, "2026-03-05T10:30:00Z", false, "0.02", "8"),
            tariff(LARGE, 1, "2026-01-01T00:00:00Z", false, "0.06", "40"),
            tariff(BY_SECOND, 1, "2026-01-01T00:00:00Z", true, "0.036", "20"));

    @Test
    void startedHourCostsAnHour() {
        List<HourDue> due = due(
                "2026-03-02T13:00:00Z",
                state(1, "2026-03-02T10:59:00Z", SMALL),
                state(2, "2026-03-02T11:01:00Z", null));
        assertThat(due)
                .extracting(HourDue::hour)
                .containsExactly(time("2026-03-02T10:00:00Z"), time("2026-03-02T11:00:00Z"));
        assertThat(due).extracting(HourDue::amount).allSatisfy(amount -> assertThat(amount)
                .isEqualByComparingTo("0.01"));
    }

    @Test
    void twoStartsInAnHourCostOne() {
        assertThat(due(
                        "2026-03-02T12:00:00Z",
                        state(1, "2026-03-02T10:05:00Z", SMALL),
                        state(2, "2026-03-02T10:10:00Z", null),
                        state(3, "2026-03-02T10:20:00Z", SMALL),
                        state(4, "2026-03-02T10:30:00Z", null)))
                .hasSize(1);
    }

    @Test
    void hourThatIsNotOverIsNotDue() {
        assertThat(due("2026-03-02T10:59:59Z", state(1, "2026-03-02T10:00:00Z", SMALL)))
                .isEmpty();
        assertThat(due("2026-03-02T11:00:00Z", state(1, "2026-03-02T10:00:00Z", SMALL)))
                .hasSize(1);
    }

    @Test
    void secondsArePaidWhereThePlanSaysSo() {
        List<HourDue> due = due(
                "2026-03-02T12:00:00Z",
                state(1, "2026-03-02T10:00:00Z", BY_SECOND),
                state(2, "2026-03-02T10:00:10.500Z", null),
                state(3, "2026-03-02T10:30:00Z", BY_SECOND),
                state(4, "2026-03-02T10:30:10Z", null));
        assertThat(due).hasSize(1);
        assertThat(due.getFirst().amount()).isEqualByComparingTo("0.000205");
    }

    @Test
    void hourInWhichItWasMadeLargerCostsTheLargerPlan() {
        List<HourDue> due = due(
                "2026-03-02T12:00:00Z",
                state(1, "2026-03-02T10:00:00Z", SMALL),
                state(2, "2026-03-02T10:50:00Z", LARGE));
        assertThat(due).extracting(HourDue::amount).allSatisfy(amount -> assertThat(amount)
                .isEqualByComparingTo("0.06"));
        assertThat(due).extracting(hour -> hour.tariff().planId()).containsExactly(LARGE, LARGE);
    }

    @Test
    void newPriceHoldsFromTheNextHour() {
        List<HourDue> due = due("2026-03-05T12:00:00Z", state(1, "2026-03-05T10:00:00Z", SMALL));
        assertThat(due).extracting(hour -> hour.tariff().version()).containsExactly(1, 2);
        assertThat(due.get(0).amount()).isEqualByComparingTo("0.01");
        assertThat(due.get(1).amount()).isEqualByComparingTo("0.02");
    }

    @Test
    void monthCostsAtMostItsRateAndTheNextBeginsAnew() {
        List<HourDue> due = due("2026-03-02T00:00:00Z", state(1, "2026-02-01T00:00:00Z", SMALL));
        assertThat(sum(due, "2026-02")).isEqualByComparingTo("5");
        assertThat(sum(due, "2026-03")).isEqualByComparingTo("0.24");
    }

    @Test
    void leapDayIsADay() {
        Rating rating = new Rating(List.of(state(1, "2028-02-29T00:00:00Z", SMALL)), new Tariffs(TARIFFS));
        assertThat(rating.due(time("2028-02-01T00:00:00Z"), time("2028-03-01T00:00:00Z")))
                .hasSize(24);
    }

    @Test
    void nothingIsHeldForWhatStoppedOrHasReachedTheCap() {
        Rating stopped = new Rating(
                List.of(state(1, "2026-03-02T10:00:00Z", SMALL), state(2, "2026-03-02T10:30:00Z", null)),
                new Tariffs(TARIFFS));
        assertThat(stopped.running(time("2026-03-02T10:00:00Z"))).isEmpty();
        Rating runs = new Rating(List.of(state(1, "2026-02-01T00:00:00Z", SMALL)), new Tariffs(TARIFFS));
        assertThat(runs.running(time("2026-02-10T00:00:00Z")).orElseThrow().amount())
                .isEqualByComparingTo("0.01");
        assertThat(runs.running(time("2026-02-27T00:00:00Z"))).isEmpty();
        assertThat(runs.runs(time("2026-02-27T00:00:00Z"))).isTrue();
    }

    @Test
    void planOfWhichNothingIsKnownCostsNothing() {
        assertThat(due("2026-03-02T12:00:00Z", state(1, "2026-03-02T10:00:00Z", UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void factThatIsDatedBeforeItsPredecessorTurnsNoTimeBack() {
        assertThat(due(
                        "2026-03-02T14:00:00Z",
                        state(1, "2026-03-02T10:00:00Z", SMALL),
                        state(2, "2026-03-02T12:00:00Z", null),
                        state(3, "2026-03-02T11:59:59Z", null)))
                .hasSize(2);
    }

    private static BigDecimal sum(List<HourDue> due, String month) {
        return due.stream()
                .filter(hour -> hour.hour().toString().startsWith(month))
                .map(HourDue::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<HourDue> due(String until, MeterState... states) {
        Rating rating = new Rating(List.of(states), new Tariffs(TARIFFS));
        return rating.due(states[0].at(), time(until)).stream()
                .filter(hour -> hour.amount().signum() > 0)
                .toList();
    }

    private static MeterState state(long generation, String at, @Nullable UUID plan) {
        return new MeterState(generation, time(at), plan);
    }

    private static Tariff tariff(
            UUID plan, int version, String since, boolean bySecond, String hourly, String monthly) {
        return new Tariff(plan, version, time(since), bySecond, new BigDecimal(hourly), new BigDecimal(monthly));
    }

    private static Instant time(String text) {
        return Instant.parse(text);
    }
}
