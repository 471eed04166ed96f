package io.skyholm.system.fuzz;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts what was sent and answered, and which operations took the time. */
final class Tally {

    private static final int SHOWN = 8;

    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final LongAdder spared = new LongAdder();
    private volatile Duration slowest = Duration.ZERO;
    private volatile String slowestOperation = "";

    void note(FuzzedRequest request, Wire.Answer answer) {
        String operation = request.operation().name();
        add(statuses, answer.status(), 1);
        if (request.isOfItsOperation()) {
            add(calls, operation, 1);
            add(nanos, operation, answer.took().toNanos());
            if (answer.status() / 100 == 2) {
                succeeded.add(operation);
            }
        }
        if (answer.took().compareTo(slowest) > 0) {
            slowest = answer.took();
            slowestOperation = operation;
        }
    }

    private static <K> void add(Map<K, LongAdder> counts, K key, long amount) {
        counts.computeIfAbsent(key, first -> new LongAdder()).add(amount);
    }

    void spare() {
        spared.increment();
    }

    Set<String> called() {
        return Set.copyOf(calls.keySet());
    }

    Map<Integer, LongAdder> statuses() {
        return new TreeMap<>(statuses);
    }

    long sent() {
        return statuses.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** What there is to say of all that was sent in that time. */
    String summary(Duration took) {
        Map<String, Long> classes = new TreeMap<>();
        statuses.forEach((status, times) -> classes.merge(nameOf(status), times.sum(), Long::sum));
        return "%d requests in %d s, %d/s; %s; %s; %d operations called, %d of them succeeded; %d spared; the slowest took %d ms (%s); most time went to %s"
                .formatted(
                        sent(),
                        took.toSeconds(),
                        sent() * 1000L / Math.max(1, took.toMillis()),
                        classes,
                        statuses(),
                        calls.size(),
                        succeeded.size(),
                        spared.sum(),
                        slowest.toMillis(),
                        slowestOperation,
                        mostTime());
    }

    private static String nameOf(int status) {
        return status == 0 ? "closed" : status / 100 + "xx";
    }

    private String mostTime() {
        long all = Math.max(1, nanos.values().stream().mapToLong(LongAdder::sum).sum());
        return nanos.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, LongAdder> each) -> each.getValue().sum(), Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(each -> "%s %d %% (%d ms each)"
                        .formatted(
                                each.getKey(),
                                each.getValue().sum() * 100 / all,
                                Duration.ofNanos(each.getValue().sum()
                                                / calls.getOrDefault(each.getKey(), new LongAdder())
                                                        .sum())
                                        .toMillis()))
                .collect(Collectors.joining(", "));
    }
}
