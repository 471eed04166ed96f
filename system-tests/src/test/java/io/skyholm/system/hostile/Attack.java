package io.skyholm.system.hostile;

import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import io.skyholm.system.calls.CallBody;
import io.skyholm.system.calls.CallMaker;
import io.skyholm.system.calls.SchemaValues.Extent;
import io.skyholm.system.suite.Door;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Attackers who try each operation with each foreign id, again and again, until the time is up. */
final class Attack {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int MOST_READ = 1 << 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Door.trust())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Victim victim;
    private final ForeignIds ids;
    private final Schemas document;
    private final List<Operation> operations;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    Attack(Victim victim, ForeignIds ids, Schemas document, List<Operation> operations) {
        this.victim = victim;
        this.ids = ids;
        this.document = document;
        this.operations = List.copyOf(operations);
    }

    /** Every operation at least once, however long that takes; then on until that moment. */
    void by(Attacker attacker, long endNanos) {
        int round = 0;
        do {
            for (Operation operation : operations) {
                attempt(attacker, operation, ids.inTurn(round));
                if (round > 0 && System.nanoTime() > endNanos) {
                    return;
                }
            }
            round++;
        } while (System.nanoTime() < endNanos);
    }

    /** What should not have happened, each with who did it. */
    List<String> faults() {
        return faults.stream().distinct().sorted().limit(50).toList();
    }

    /** How many attackers have tried how many operations. */
    int tried() {
        return tried.size();
    }

    /** How often which status was answered. */
    Map<Integer, AtomicInteger> statuses() {
        return new TreeMap<>(statuses);
    }

    private void attempt(Attacker attacker, Operation operation, ForeignIds now) {
        try {
            HttpResponse<InputStream> answer =
                    http.send(request(attacker, operation, now), BodyHandlers.ofInputStream());
            String said = read(answer);
            statuses.computeIfAbsent(answer.statusCode(), first -> new AtomicInteger())
                    .incrementAndGet();
            tried.add(attacker.name() + " " + operation.name());
            String fault = attacker.fault(operation, answer.statusCode(), said, victim);
            if (!fault.isEmpty()) {
                faults.add(attacker.name() + " " + fault + ": " + operation.name() + " " + answer.statusCode());
            }
        } catch (IOException cutOff) {
            // A door that closes on an attacker is no fault; a normal client measures whether it is open.
            statuses.computeIfAbsent(0, first -> new AtomicInteger()).incrementAndGet();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest request(Attacker attacker, Operation operation, ForeignIds now) {
        CallMaker calls = new CallMaker(document, now, Extent.ALL, new SplittableRandom(now.turn()));
        CallBody body = calls.body(operation);
        String query = String.join("&", calls.idsInQuery(operation));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        Door.address().resolve(calls.path(operation) + (query.isEmpty() ? "" : "?" + query)))
                .timeout(LONGEST_CALL)
                .method(
                        operation.method(),
                        body.mediaType().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(body.bytes()));
        calls.headers(operation, NEVER).forEach(header -> request.header(header.name(), header.value()));
        if (!body.mediaType().isEmpty()) {
            request.header("Content-Type", body.mediaType());
        }
        if (!attacker.bearer().isEmpty()) {
            request.header("Authorization", "Bearer " + attacker.bearer());
        }
        if (!attacker.accessGrant().isEmpty()) {
            request.header("X-Access-Grant", attacker.accessGrant());
        }
        return request.build();
    }

    /** Of a stream, which has no end, only that it began. */
    private static String read(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            boolean endless =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return endless ? "" : new String(body.readNBytes(MOST_READ), StandardCharsets.UTF_8);
        }
    }
}
