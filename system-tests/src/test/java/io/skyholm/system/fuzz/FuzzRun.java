package io.skyholm.system.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.system.suite.Door;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests until there were so many, or so much time has passed, and holds each answer against the document. */
final class FuzzRun {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FAULTS = 200;
    private static final int LEAST_ROUNDS = 4;

    private final RequestMaker maker;
    private final AnswerJudge judge;
    private final Spared spared;
    private final Ids everybodys;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final AtomicLong next = new AtomicLong();
    private final AtomicInteger left = new AtomicInteger();
    private volatile long slowestMillis;
    private volatile String slowest = "";
    private volatile Duration took = Duration.ZERO;

    /** A fault, how often it was seen, and the command that shows it. */
    record Fault(String what, String person, long number, String curl, AtomicInteger times) {

        @Override
        public String toString() {
            return what + "\n    " + times + " times, first as request " + number + " by " + person + ":\n    " + curl;
        }
    }

    FuzzRun(RequestMaker maker, AnswerJudge judge, Spared spared, Ids everybodys) {
        this.maker = maker;
        this.judge = judge;
        this.spared = spared;
        this.everybodys = everybodys;
    }

    void send(long requests, Duration time, int connections) throws Exception {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> sending = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                sending.add(threads.submit(() -> sendOn(requests, end)));
            }
            for (Future<?> each : sending) {
                each.get();
            }
        }
        took = Duration.ofNanos(System.nanoTime() - began);
    }

    /** Each operation a few times, however long that takes; then on until it is enough. */
    private void sendOn(long requests, long end) {
        long least = Math.min(requests, (long) LEAST_ROUNDS * maker.operations().size());
        try (Wire wire = new Wire()) {
            for (long number = next.getAndIncrement();
                    number < requests && (number < least || System.nanoTime() < end) && faults.size() < MOST_FAULTS;
                    number = next.getAndIncrement()) {
                FuzzedRequest request = maker.request(number);
                if (spared.spares(request)) {
                    left.incrementAndGet();
                } else {
                    send(wire, request);
                }
            }
        }
    }

    private void send(Wire wire, FuzzedRequest request) {
        try {
            Wire.Answer answer = wire.send(
                    request.onTheWire(Door.address()), request.method().equals("HEAD"));
            note(request, answer);
            judge.fault(request, answer).ifPresent(what -> add(request, what));
        } catch (IOException late) {
            add(request, "no answer in time");
            wire.close();
        }
    }

    private void note(FuzzedRequest request, Wire.Answer answer) {
        statuses.computeIfAbsent(answer.status(), first -> new AtomicInteger()).incrementAndGet();
        if (request.isOfItsOperation()) {
            called.add(request.operation().name());
        }
        if (answer.took().toMillis() > slowestMillis) {
            slowestMillis = answer.took().toMillis();
            slowest = request.operation().name();
        }
        if (answer.status() / 100 == 2) {
            succeeded.add(request.operation().name());
            learn(request, answer);
        }
    }

    private void learn(FuzzedRequest request, Wire.Answer answer) {
        if (answer.type().equals("application/json") && !request.target().contains("dry_run")) {
            try {
                String path = request.operation().path();
                request.person().ids().learn(request.method(), path, JSON.readTree(answer.body()));
                everybodys.learn(request.method(), path, JSON.readTree(answer.body()));
            } catch (JsonProcessingException noJson) {
                add(request, "no JSON");
            }
        }
    }

    private void add(FuzzedRequest request, String what) {
        String name = request.operation().name() + ": "
                + (request.isOfItsOperation() ? "" : "sent as " + request.method() + ": ") + what;
        faults.computeIfAbsent(
                        name,
                        first -> new Fault(
                                name,
                                request.person().name(),
                                request.number(),
                                request.curl(Door.address()),
                                new AtomicInteger()))
                .times()
                .incrementAndGet();
    }

    /** Each distinct fault, in the order of their operations. */
    List<Fault> faults() {
        return List.copyOf(new TreeMap<>(faults).values());
    }

    Set<String> called() {
        return Set.copyOf(called);
    }

    Map<Integer, AtomicInteger> statuses() {
        return new TreeMap<>(statuses);
    }

    int sent() {
        return statuses.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** What there is to say in the end. */
    String summary() {
        Map<String, Integer> classes = new TreeMap<>();
        statuses.forEach((status, times) ->
                classes.merge(status == 0 ? "closed" : status / 100 + "xx", times.get(), Integer::sum));
        return "%d requests in %d s, %d/s; %s; %s; %d operations called, %d of them succeeded; %d spared; the slowest took %d ms (%s); %d faults"
                .formatted(
                        sent(),
                        took.toSeconds(),
                        sent() * 1000L / Math.max(1, took.toMillis()),
                        classes,
                        statuses(),
                        called.size(),
                        succeeded.size(),
                        left.get(),
                        slowestMillis,
                        slowest,
                        faults.size());
    }
}
