package io.skyholm.system.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.system.suite.Door;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocketFactory;

/** Sends requests until there were so many, or so much time has passed, and holds each answer against the document. */
final class FuzzRun {

    private static final System.Logger LOG = System.getLogger(FuzzRun.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FAULTS = 200;
    private static final int LEAST_ROUNDS = 4;

    private final URI door = Door.address();
    private final SSLSocketFactory tls = Door.trust().getSocketFactory();
    private final RequestMaker maker;
    private final AnswerJudge judge;
    private final Spared spared;
    private final Ids everybodys;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Tally tally = new Tally();
    private final AtomicLong next = new AtomicLong();
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
        try (ExecutorService threads = Executors.newFixedThreadPool(connections);
                ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor()) {
            Future<?> telling = progress.scheduleAtFixedRate(this::tell, 1, 1, TimeUnit.MINUTES);
            List<Future<?>> sending = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                sending.add(threads.submit(() -> sendOn(requests, end)));
            }
            for (Future<?> each : sending) {
                each.get();
            }
            telling.cancel(false);
        }
        took = Duration.ofNanos(System.nanoTime() - began);
    }

    private void tell() {
        LOG.log(
                Level.INFO,
                "{0} requests sent, {1} faults",
                Long.toString(tally.sent()),
                Integer.toString(faults.size()));
    }

    /** Each operation a few times, however long that takes; then on until it is enough. */
    private void sendOn(long requests, long end) {
        long least = Math.min(requests, (long) LEAST_ROUNDS * maker.operations().size());
        try (Wire wire = new Wire(door, tls)) {
            for (long number = next.getAndIncrement();
                    number < requests && (number < least || System.nanoTime() < end) && faults.size() < MOST_FAULTS;
                    number = next.getAndIncrement()) {
                FuzzedRequest request = maker.request(number);
                if (spared.spares(request)) {
                    tally.spare();
                } else {
                    send(wire, request);
                }
            }
        }
    }

    private void send(Wire wire, FuzzedRequest request) {
        try {
            Wire.Answer answer =
                    wire.send(request.onTheWire(door), request.method().equals("HEAD"));
            tally.note(request, answer);
            judge.fault(request, answer).ifPresent(what -> add(request, what));
            if (answer.status() / 100 == 2 && !request.target().contains("dry_run")) {
                learn(request, answer);
            }
        } catch (IOException late) {
            add(request, "no answer in time");
            wire.close();
        }
    }

    private void learn(FuzzedRequest request, Wire.Answer answer) {
        if (request.method().equals("DELETE")) {
            request.person().ids().forget(request);
            everybodys.forget(request);
        } else if (answer.type().equals("application/json")) {
            try {
                JsonNode said = JSON.readTree(answer.body());
                request.person().ids().learn(request, said);
                everybodys.learn(request, said);
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
                                request.curl(door),
                                new AtomicInteger()))
                .times()
                .incrementAndGet();
    }

    /** Each distinct fault, in the order of their operations. */
    List<Fault> faults() {
        return List.copyOf(new TreeMap<>(faults).values());
    }

    Tally tally() {
        return tally;
    }

    /** What there is to say in the end. */
    String summary() {
        return tally.summary(took) + "; " + faults.size() + " faults";
    }
}
