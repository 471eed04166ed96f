package io.skyholm.billing.meter;

import static java.math.RoundingMode.HALF_UP;
import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.HOURS;

import io.skyholm.billing.money.Amounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says what each hour of a thing costs, from what facts say of it: in whatever order they came and however often, the same. Hours
 * and months are those of the calendar in UTC, so that each can be rated without those before it, but for the cap of its month.
 */
final class Rating {

    private static final BigDecimal SECONDS = new BigDecimal("3600");

    /** A part of an hour in which it ran by one plan, or had one size. */
    private record Piece(
            Instant from,
            Instant to,
            Tariff tariff,
            @Nullable Integer sizeGb) {

        BigDecimal hourly() {
            return tariff.hourlyOf(sizeGb);
        }

        BigDecimal seconds() {
            return BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3);
        }

        /** Exact; it is rounded with the others of its hour. */
        BigDecimal cost() {
            return hourly().multiply(seconds());
        }
    }

    private final List<MeterState> states;
    private final Tariffs tariffs;

    Rating(Collection<MeterState> facts, Tariffs tariffs) {
        TreeMap<Long, MeterState> byGeneration = new TreeMap<>();
        facts.forEach(fact -> byGeneration.put(fact.generation(), fact));
        this.states = List.copyOf(byGeneration.values());
        this.tariffs = tariffs;
    }

    /** The hours that cost anything, from the beginning of that month to then, each of them over by then. */
    List<HourDue> due(Instant month, Instant until) {
        List<HourDue> due = new ArrayList<>();
        Month current = new Month(monthOf(month));
        for (Instant hour = current.begin; !hour.plus(1, HOURS).isAfter(until); hour = next(hour)) {
            Optional<HourDue> rated = rate(hour);
            if (rated.isPresent()) {
                current = current.on(hour);
                HourDue capped = current.capped(rated.get());
                due.add(capped);
            }
        }
        return due;
    }

    /** What this hour will cost if all stays as it is; empty if that is nothing, or if nothing runs at its end. */
    Optional<HourDue> running(Instant hour) {
        if (!runs(hour.plus(1, HOURS))) {
            return Optional.empty();
        }
        return due(hour, hour.plus(1, HOURS)).stream()
                .filter(due -> due.hour().equals(hour) && due.amount().signum() > 0)
                .findFirst();
    }

    /** Whether anything is to be paid then. */
    boolean runs(Instant time) {
        return tariffs.mayCost(stateAt(time), hourOf(time));
    }

    /** The plan by which it is paid then; null for none. */
    @Nullable UUID seller(Instant time) {
        MeterState state = stateAt(time);
        return state.isPaid() ? tariffs.of(state, time).map(Tariff::planId).orElse(null) : null;
    }

    /** Whether an hour from then to the one in which the clock stands costs anything: it is due when it is over, also of what is gone by then. */
    boolean costsSince(Instant from, Instant now) {
        for (Instant hour = hourOf(from); !hour.isAfter(now); hour = hour.plus(1, HOURS)) {
            if (!pieces(hour).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The hour in which the clock stands. */
    static Instant hourOf(Instant time) {
        return time.truncatedTo(HOURS);
    }

    /** When the month began. */
    static Instant monthOf(Instant time) {
        return time.atZone(UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(UTC)
                .toInstant();
    }

    /** The next hour in which anything may run: idle years cost no time. */
    private Instant next(Instant hour) {
        Instant end = hour.plus(1, HOURS);
        if (stateAt(end).isPaid()) {
            return end;
        }
        return states.stream()
                .map(MeterState::at)
                .filter(at -> !at.isBefore(end))
                .min(Comparator.naturalOrder())
                .map(Rating::hourOf)
                .orElse(Instant.MAX.minus(1, HOURS));
    }

    private Optional<HourDue> rate(Instant hour) {
        List<Piece> pieces = pieces(hour);
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal started = pieces.stream()
                .filter(piece -> !piece.tariff().bySecond())
                .map(Piece::hourly)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO)
                .setScale(Amounts.PLACES, HALF_UP);
        BigDecimal seconds = pieces.stream()
                .filter(piece -> piece.tariff().bySecond())
                .map(Piece::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(SECONDS, Amounts.PLACES, HALF_UP);
        Piece dearest = pieces.stream().max(Comparator.comparing(Piece::hourly)).orElseThrow();
        return Optional.of(new HourDue(hour, started.max(seconds), dearest.tariff(), dearest.sizeGb()));
    }

    /** Time goes on: a fact that is dated before the one that it follows says nothing of the time between. */
    private List<Piece> pieces(Instant hour) {
        List<Piece> pieces = new ArrayList<>();
        Instant end = hour.plus(1, HOURS);
        Instant from = Instant.MIN;
        @Nullable MeterState before = null;
        for (MeterState state : states) {
            Instant at = state.at().isAfter(from) ? state.at() : from;
            add(pieces, before, later(from, hour), earlier(at, end), hour);
            from = at;
            before = state;
        }
        add(pieces, before, later(from, hour), end, hour);
        return pieces;
    }

    private void add(List<Piece> pieces, @Nullable MeterState state, Instant from, Instant to, Instant hour) {
        if (state != null && state.isPaid() && from.isBefore(to)) {
            tariffs.of(state, hour).ifPresent(tariff -> pieces.add(new Piece(from, to, tariff, state.sizeGb())));
        }
    }

    private MeterState stateAt(Instant time) {
        MeterState last = MeterState.free(0, Instant.MIN);
        Instant from = Instant.MIN;
        for (MeterState state : states) {
            from = later(from, state.at());
            if (from.isBefore(time)) {
                last = state;
            }
        }
        return last;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** What a month has cost so far: at most the monthly rate of the dearest plan in it, or of its largest size. */
    private static final class Month {

        private final Instant begin;
        private BigDecimal uncapped = BigDecimal.ZERO;
        private BigDecimal cap = BigDecimal.ZERO;
        private BigDecimal charged = BigDecimal.ZERO;

        Month(Instant begin) {
            this.begin = begin;
        }

        Month on(Instant hour) {
            Instant month = monthOf(hour);
            return month.equals(begin) ? this : new Month(month);
        }

        HourDue capped(HourDue hour) {
            uncapped = uncapped.add(hour.amount());
            cap = cap.max(hour.tariff().monthlyOf(hour.sizeGb()).setScale(Amounts.PLACES, HALF_UP));
            BigDecimal now = uncapped.min(cap);
            BigDecimal amount = now.subtract(charged);
            charged = now;
            return new HourDue(hour.hour(), amount, hour.tariff(), hour.sizeGb());
        }
    }
}
