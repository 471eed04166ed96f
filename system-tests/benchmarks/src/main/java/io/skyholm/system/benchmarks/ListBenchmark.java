package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.measure.Administrator;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import io.skyholm.system.benchmarks.measure.Latencies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of 25,000 instances over HTTP: the first, a filtered one, one deep in the list, and all one after the other. */
final class ListBenchmark implements Benchmark {

    private static final int INSTANCES = 25_000;
    private static final int ASKED = 300;
    private static final int WARM_UP = 100;
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final Pattern ITEM = Pattern.compile("\"virtualMachineId\":");

    private final HttpClient http = HttpClient.newHttpClient();
    private String base = "";
    private String token = "";

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with("postgres", "kafka", "keycloak", "identity", "compute")) {
            base = "http://127.0.0.1:" + suite.port("compute");
            token = new Administrator(suite).token();
            fill(suite);
            String deep = walk(INSTANCES / 2);
            System.out.printf("%-22s %8s %8s%n", "of " + INSTANCES, "p50 ms", "p99 ms");
            measure("first page", "limit=50");
            measure("filtered page", "limit=50&status=STOPPED");
            measure("filtered by name", "limit=50&name=copy-12345");
            measure("deep page", "limit=50&cursor=" + deep);
            measureWalk();
        }
    }

    /** The first is made over HTTP; the others are copies of it, of which every twentieth is stopped. */
    private void fill(BenchSuite suite) throws IOException, InterruptedException, SQLException {
        HttpRequest first = request("/v1/instances")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"first\",\"cpuCores\":1,\"memoryGb\":1,\"storageGb\":10}"))
                .build();
        HttpResponse<String> answer = http.send(first, BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("The first instance: " + answer.body());
        }
        try (Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + suite.port("postgres") + "/skyholm?currentSchema=compute",
                        "postgres",
                        suite.password("postgres"));
                Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into instance
                    select (jsonb_populate_record(instance, jsonb_build_object(
                        'id', uuidv7(), 'virtual_machine_id', gen_random_uuid(), 'name', 'copy-' || number,
                        'operation_id', null, 'intent', 'KEEP',
                        'status', case when number %% 20 = 0 then 'STOPPED' else 'RUNNING' end))).*
                    from instance, generate_series(1, %d) number""".formatted(INSTANCES - 1));
            statement.execute("analyze instance");
        }
    }

    private void measure(String name, String query) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        for (int number = -WARM_UP; number < ASKED; number++) {
            long begin = System.nanoTime();
            page(query);
            if (number >= 0) {
                latencies.add(System.nanoTime() - begin);
            }
        }
        print(name, latencies);
    }

    private void measureWalk() throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        String query = "limit=200";
        int seen = 0;
        long began = System.nanoTime();
        while (!query.isEmpty()) {
            long begin = System.nanoTime();
            String page = page(query);
            latencies.add(System.nanoTime() - begin);
            seen += (int) ITEM.matcher(page).results().count();
            Matcher next = NEXT.matcher(page);
            query = next.find() ? "limit=200&cursor=" + next.group(1) : "";
        }
        print("full walk, 200 a page", latencies);
        System.out.printf("%d instances seen in %.1f s%n", seen, (System.nanoTime() - began) / 1e9);
        if (seen != INSTANCES) {
            throw new IllegalStateException("The walk saw " + seen + " of " + INSTANCES);
        }
    }

    /** The cursor behind so many. */
    private String walk(int many) throws IOException, InterruptedException {
        String cursor = "";
        for (int seen = 0; seen < many; seen += 200) {
            Matcher next = NEXT.matcher(page("limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
            if (!next.find()) {
                throw new IllegalStateException("The list ended after " + seen);
            }
            cursor = next.group(1);
        }
        return cursor;
    }

    private String page(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request("/v1/instances?" + query).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(query + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private static void print(String name, Latencies latencies) {
        System.out.printf("%-22s %8.1f %8.1f%n", name, latencies.milliseconds(0.5), latencies.milliseconds(0.99));
    }
}
