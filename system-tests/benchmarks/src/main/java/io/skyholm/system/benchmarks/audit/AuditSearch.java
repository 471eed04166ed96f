package io.skyholm.system.benchmarks.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.function.IntFunction;

/** Asks the audit over HTTP, one request after another. */
final class AuditSearch {

    private static final int WARM_UP = 30;
    private static final int ASKED = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    AuditSearch(int port, String token) {
        this.base = "http://127.0.0.1:" + port;
        this.token = token;
    }

    /** Measures a filter's first page and a page in the middle of everything. */
    void measure(String name, Instant middle, IntFunction<String> filter) throws IOException, InterruptedException {
        String first = latencies(number -> filter.apply(number));
        String deep = latencies(number -> filter.apply(number) + "&cursor=" + cursor(middle));
        System.out.printf("%-28s first page %s   deep %s%n", name, first, deep);
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    void download(String path, Path file) throws IOException, InterruptedException {
        http.send(request(path), BodyHandlers.ofFile(file));
    }

    private String latencies(IntFunction<String> query) throws IOException, InterruptedException {
        double[] millis = new double[ASKED];
        for (int number = -WARM_UP; number < ASKED; number++) {
            String path = "/v1/audit-entries?" + query.apply(Math.abs(number));
            long begin = System.nanoTime();
            get(path);
            if (number >= 0) {
                millis[number] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        return "p50 %6.1f ms, p99 %6.1f ms".formatted(millis[ASKED / 2], millis[ASKED * 99 / 100]);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    /** A cursor as the audit gives it: when, and which. */
    private static String cursor(Instant when) {
        UUID id = UUID.randomUUID();
        ByteBuffer buffer = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, when))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }
}
