package io.skyholm.billing.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of a thing, told doubled, late and shuffled, and settled at any times: what was charged for each hour is in the end
 * what another calculation says, which walks second by second through what happened.
 */
class RandomUsageTest {

    private static final Instant BEGIN = Instant.parse("2028-02-26T00:00:00Z");
    private static final int HOURS = 24 * 6;
    private static final int FACTS = 40;
    private static final List<UUID> PLANS = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final List<Tariff> TARIFFS = List.of(
            tariff(0, 1, 0, false, "0.0075", "0.30"),
            tariff(0, 2, 50, false, "0.0100", "0.40"),
            tariff(1, 1, 0, false, "0.0600", "40"),
            tariff(2, 1, 0, true, "0.0333", "20"));

    private final Map<Instant, BigDecimal> charged = new HashMap<>();
    private final Map<Instant, Integer> parts = new HashMap<>();
    private int posted;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isChargedOnceForEachHourWhateverIsToldWhen(long seed) {
        Random random = new Random(seed);
        List<MeterState> life = life(random);
        List<MeterState> told = new ArrayList<>(life);
        told.addAll(life.subList(0, life.size() / 2));
        Collections.shuffle(told, random);
        List<MeterState> known = new ArrayList<>();
        for (MeterState fact : told) {
            known.add(fact);
            if (random.nextInt(3) == 0) {
                settle(known, BEGIN.plus(Duration.ofHours(random.nextInt(HOURS))));
            }
        }
        Instant end = BEGIN.plus(Duration.ofHours(HOURS));
        settle(known, end);
        assertThat(nonZero(charged)).isEqualTo(byTheSecond(life));
        int before = posted;
        Collections.shuffle(known, random);
        settle(known, end);
        assertThat(posted).as("told once more").isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isChargedOnceAtAllIfEverythingWasToldBefore(long seed) {
        Random random = new Random(seed);
        List<MeterState> life = life(random);
        Collections.shuffle(life, random);
        for (int hours = 1; hours <= HOURS; hours += 1 + random.nextInt(9)) {
            settle(life, BEGIN.plus(Duration.ofHours(hours)));
        }
        assertThat(parts.values()).allMatch(count -> count == 1);
    }

    /** As the reconciler does; that it never charges twice what is not over yet follows from its times. */
    private void settle(List<MeterState> known, Instant until) {
        List<HourDue> due = new Rating(known, new Tariffs(TARIFFS)).due(BEGIN, until);
        List<Settlement.Charged> had = charged.entrySet().stream()
                .filter(one -> one.getKey().isBefore(until))
                .map(one -> new Settlement.Charged(
                        one.getKey(), one.getValue(), parts.getOrDefault(one.getKey(), 0), PLANS.getFirst(), 1, null))
                .toList();
        Settlement.of(due, had).forEach(charge -> {
            assertThat(charge.part()).isEqualTo(parts.getOrDefault(charge.hour(), 0));
            charged.merge(charge.hour(), charge.amount(), BigDecimal::add);
            parts.merge(charge.hour(), 1, Integer::sum);
            posted++;
        });
        charged.values().forEach(amount -> assertThat(amount).isNotNegative());
    }

    private static List<MeterState> life(Random random) {
        List<MeterState> life = new ArrayList<>();
        Instant at = BEGIN;
        for (long generation = 1; generation <= FACTS; generation++) {
            at = at.plusSeconds(random.nextInt(2) == 0 ? random.nextInt(900) : random.nextInt(25_000));
            int plan = random.nextInt(5);
            life.add(MeterState.byPlan(generation, at, plan < 3 ? PLANS.get(plan) : null));
        }
        return life;
    }

    /** What each hour costs, by walking through its seconds. */
    private static Map<Instant, BigDecimal> byTheSecond(List<MeterState> life) {
        TreeMap<Instant, BigDecimal> costs = new TreeMap<>();
        Map<YearMonth, BigDecimal> ran = new HashMap<>();
        Map<YearMonth, BigDecimal> paid = new HashMap<>();
        Map<YearMonth, BigDecimal> most = new HashMap<>();
        int next = 0;
        @Nullable UUID plan = null;
        for (int hour = 0; hour < HOURS; hour++) {
            Instant begin = BEGIN.plus(Duration.ofHours(hour));
            BigDecimal started = BigDecimal.ZERO;
            BigDecimal seconds = BigDecimal.ZERO;
            BigDecimal cap = BigDecimal.ZERO;
            BigDecimal dearest = BigDecimal.ZERO;
            for (int second = 0; second < 3600; second++) {
                while (next < life.size() && !life.get(next).at().isAfter(begin.plusSeconds(second))) {
                    plan = life.get(next++).planId();
                }
                Tariff tariff = plan == null ? null : held(plan, hour);
                if (tariff == null) {
                    continue;
                }
                if (tariff.bySecond()) {
                    seconds = seconds.add(tariff.hourly());
                } else {
                    started = started.max(tariff.hourly());
                }
                if (tariff.hourly().compareTo(dearest) > 0) {
                    dearest = tariff.hourly();
                    cap = tariff.monthly();
                }
            }
            YearMonth month = YearMonth.from(begin.atZone(ZoneOffset.UTC));
            BigDecimal cost = started.max(seconds.divide(new BigDecimal("3600"), 6, RoundingMode.HALF_UP));
            ran.merge(month, cost, BigDecimal::add);
            most.merge(month, cap, BigDecimal::max);
            BigDecimal total = ran.getOrDefault(month, cost).min(most.getOrDefault(month, cap));
            BigDecimal due = total.subtract(paid.getOrDefault(month, BigDecimal.ZERO));
            paid.put(month, total);
            costs.put(begin, due);
        }
        return nonZero(costs);
    }

    private static @Nullable Tariff held(UUID plan, int hour) {
        Tariff held = null;
        for (Tariff tariff : TARIFFS) {
            if (tariff.planId().equals(plan) && !tariff.since().isAfter(BEGIN.plus(Duration.ofHours(hour)))) {
                held = tariff;
            }
        }
        return held;
    }

    private static Map<Instant, BigDecimal> nonZero(Map<Instant, BigDecimal> amounts) {
        Map<Instant, BigDecimal> some = new HashMap<>();
        amounts.forEach((hour, amount) -> {
            if (amount.signum() != 0) {
                some.put(hour, amount.setScale(6, RoundingMode.UNNECESSARY));
            }
        });
        return some;
    }

    private static Tariff tariff(int plan, int version, int hour, boolean bySecond, String hourly, String monthly) {
        return new Tariff(
                PLANS.get(plan),
                version,
                null,
                1,
                BEGIN.plus(Duration.ofHours(hour)),
                false,
                bySecond,
                new BigDecimal(hourly),
                new BigDecimal(monthly));
    }
}
