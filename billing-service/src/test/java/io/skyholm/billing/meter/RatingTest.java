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

    @Test
    void largestSizeWithinAnHourIsPaidInProportionToThatOfThePrice() {
        List<HourDue> due = sold(
                "2026-03-02T13:00:00Z",
                size(1, "2026-03-02T10:10:00Z", 25),
                size(2, "2026-03-02T11:30:00Z", 40),
                MeterState.free(3, time("2026-03-02T12:00:00Z")));
        assertThat(due).extracting(HourDue::sizeGb).containsExactly(25, 40);
        assertThat(due.get(0).amount()).isEqualByComparingTo("0.006849");
        assertThat(due.get(1).amount()).isEqualByComparingTo("0.010959");
    }

    @Test
    void whatIsThereIsPaidFromTheHourAfterItGetsAPriceUntilThatEnds() {
        List<HourDue> due = sold("2026-03-05T20:00:00Z", size(1, "2026-01-02T00:00:00Z", 100));
        assertThat(due.getFirst().hour()).isEqualTo(time("2026-03-01T00:00:00Z"));
        assertThat(due.getLast().hour()).isEqualTo(time("2026-03-05T12:00:00Z"));
        assertThat(due.getLast().tariff().planId()).isEqualTo(LARGE);
        assertThat(due.getLast().amount()).isEqualByComparingTo("0.05");
        Rating rating = new Rating(List.of(size(1, "2026-01-02T00:00:00Z", 100)), new Tariffs(PRICES));
        assertThat(rating.runs(time("2026-02-01T00:00:00Z"))).isTrue();
        assertThat(rating.runs(time("2026-03-05T13:00:00Z"))).isFalse();
        assertThat(rating.running(time("2026-03-05T13:00:00Z"))).isEmpty();
    }

    @Test
    void monthOfASizeCostsAtMostTheRateOfIt() {
        assertThat(sum(sold("2026-04-01T00:00:00Z", size(1, "2026-03-01T00:00:00Z", 50)), "2026-03-04"))
                .isEqualByComparingTo(new BigDecimal("0.013699").multiply(new BigDecimal("24")));
        List<Tariff> dear = List.of(price(SMALL, 1, "2026-01-01T00:00:00Z", false, "0.10", "20"));
        Rating rating = new Rating(List.of(size(1, "2026-03-01T00:00:00Z", 50)), new Tariffs(dear));
        assertThat(sum(rating.due(time("2026-03-01T00:00:00Z"), time("2026-04-01T00:00:00Z")), "2026-03"))
                .isEqualByComparingTo("10");
    }

    @Test
    void whatWasThereForAMomentIsDueWhenItsHourIsOver() {
        Rating rating = new Rating(
                List.of(state(1, "2026-03-02T10:05:00Z", SMALL), state(2, "2026-03-02T10:06:00Z", null)),
                new Tariffs(TARIFFS));
        Instant now = time("2026-03-02T10:07:00Z");
        assertThat(rating.runs(now)).isFalse();
        assertThat(rating.costsSince(time("2026-03-02T10:00:00Z"), now)).isTrue();
        assertThat(rating.costsSince(time("2026-03-02T11:00:00Z"), time("2026-03-02T11:02:00Z")))
                .isFalse();
    }

    private static final String ARTICLE = "DISK/SSD";

    private static final List<Tariff> PRICES = List.of(
            price(SMALL, 1, "2026-02-28T23:10:00Z", false, "0.027397", "20"),
            price(SMALL, 1, "2026-03-05T10:30:00Z", true, "0.027397", "20"),
            price(LARGE, 1, "2026-03-05T10:30:00Z", false, "0.05", "40"),
            price(LARGE, 1, "2026-03-05T12:30:00Z", true, "0.05", "40"));

    private static List<HourDue> sold(String until, MeterState... states) {
        Rating rating = new Rating(List.of(states), new Tariffs(PRICES));
        return rating.due(states[0].at(), time(until)).stream()
                .filter(hour -> hour.amount().signum() > 0)
                .toList();
    }

    private static MeterState size(long generation, String at, int sizeGb) {
        return MeterState.bySize(generation, time(at), ARTICLE, sizeGb);
    }

    /** What 100 GiB cost. */
    private static Tariff price(UUID plan, int version, String since, boolean ended, String hourly, String monthly) {
        return new Tariff(
                plan,
                version,
                ARTICLE,
                100,
                time(since),
                ended,
                false,
                new BigDecimal(hourly),
                new BigDecimal(monthly));
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
        return MeterState.byPlan(generation, time(at), plan);
    }

    private static Tariff tariff(
            UUID plan, int version, String since, boolean bySecond, String hourly, String monthly) {
        return new Tariff(
                plan, version, null, 1, time(since), false, bySecond, new BigDecimal(hourly), new BigDecimal(monthly));
    }

    private static Instant time(String text) {
        return Instant.parse(text);
    }
}
