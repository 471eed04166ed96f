package io.skyholm.system.benchmarks.measure;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** Sends requests from a number of clients, each with one connection and the next request upon the last answer. */
public final class Load implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final String token;
    private final int port;

    public Load(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** Requests per second that were answered with the expected status; fails on any other. */
    public double run(int clients, Duration duration, int expected, LongFunction<Request> requests) throws Exception {
        return run(clients, duration, new Expected(expected, nanos -> {}), requests);
    }

    /** The same, and how long each answer took. */
    public double run(int clients, Duration duration, Expected expected, LongFunction<Request> requests)
            throws Exception {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(clients)
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port));
        Run run = new Run(client, expected, requests, System.nanoTime() + duration.toNanos(), clients);
        long begin = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            run.next();
        }
        if (!run.running.await(duration.toSeconds() + 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The load did not end");
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        client.close();
        if (!run.unexpected.isEmpty()) {
            throw new IllegalStateException("Answers that were not expected: " + run.unexpected);
        }
        return run.answered.sum() / seconds;
    }

    @Override
    public void close() {
        vertx.close();
    }

    /** The status that answers have, and who is told the nanoseconds that each took. */
    public record Expected(int status, LongConsumer took) {}

    /**
     * What one request asks for.
     *
     * @param key its Idempotency-Key, or nothing
     */
    public record Request(HttpMethod method, String path, String body, String key) {
        public Request(HttpMethod method, String path, String body) {
            this(method, path, body, "");
        }
    }

    private final class Run {
        private final HttpClient client;
        private final Expected expected;
        private final LongFunction<Request> requests;
        private final long end;
        private final CountDownLatch running;
        private final LongAdder sent = new LongAdder();
        private final LongAdder answered = new LongAdder();
        private final ConcurrentMap<String, Integer> unexpected = new ConcurrentHashMap<>();

        Run(HttpClient client, Expected expected, LongFunction<Request> requests, long end, int clients) {
            this.client = client;
            this.expected = expected;
            this.requests = requests;
            this.end = end;
            this.running = new CountDownLatch(clients);
        }

        void next() {
            if (System.nanoTime() > end) {
                running.countDown();
                return;
            }
            sent.increment();
            Request request = requests.apply(sent.sum());
            long begin = System.nanoTime();
            client.request(request.method(), request.path())
                    .compose(connected -> send(connected, request))
                    .onComplete(answer -> {
                        if (answer.succeeded() && answer.result() == expected.status()) {
                            answered.increment();
                            expected.took().accept(System.nanoTime() - begin);
                        } else {
                            unexpected.merge(String.valueOf(answer), 1, Integer::sum);
                        }
                        next();
                    });
        }

        private Future<Integer> send(HttpClientRequest connected, Request request) {
            connected.putHeader("Authorization", "Bearer " + token);
            if (!request.body().isEmpty()) {
                connected.putHeader("Content-Type", "application/json");
            }
            if (!request.key().isEmpty()) {
                connected.putHeader("Idempotency-Key", request.key());
            }
            return connected.send(Buffer.buffer(request.body())).compose(answer -> answer.body()
                    .map(body -> answer.statusCode()));
        }
    }
}
