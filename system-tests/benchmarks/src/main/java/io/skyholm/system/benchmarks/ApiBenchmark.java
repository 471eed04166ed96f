package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.Load.Request;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * A row that a tenant owns and its event in one transaction, and reading it back, over HTTP with a token, next to the
 * same statements sent by pgbench to the same server in the same run.
 */
final class ApiBenchmark implements Benchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final int[] CLIENTS = {8, 32};
    private static final int ROUNDS = 2;

    private final String run = UUID.randomUUID().toString();

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with("postgres", "kafka", "keycloak", "identity")) {
            String token = new Administrator(suite).token();
            try (Load load = new Load(suite.port("identity"), token)) {
                measure(suite, load, new Administrator(suite).aTenant(token));
            }
        }
    }

    private void measure(BenchSuite suite, Load load, String tenant) throws Exception {
        Request get = new Request(HttpMethod.GET, "/v1/tenants/" + tenant, "");
        load.run(32, WARM_UP, 201, this::post);
        load.run(32, WARM_UP, 200, number -> get);
        PgBench floor = new PgBench(suite);
        System.out.printf("%-6s %8s %12s %12s %8s%n", "", "clients", "service/s", "pgbench/s", "ratio");
        for (int round = 0; round < ROUNDS; round++) {
            for (int clients : CLIENTS) {
                print(
                        "POST",
                        clients,
                        load.run(clients, MEASURED, 201, this::post),
                        floor.run(script("post"), clients, MEASURED));
                print(
                        "GET",
                        clients,
                        load.run(clients, MEASURED, 200, number -> get),
                        floor.run(script("get").replace(":id", tenant), clients, MEASURED));
            }
        }
    }

    private Request post(long number) {
        return new Request(
                HttpMethod.POST, "/v1/tenants", "{\"name\":\"Bench " + run + " " + System.nanoTime() + number + "\"}");
    }

    private static void print(String what, int clients, double service, double floor) {
        System.out.printf("%-6s %8d %12.0f %12.0f %8.2f%n", what, clients, service, floor, service / floor);
    }

    private static String script(String name) throws IOException {
        try (InputStream script = ApiBenchmark.class.getResourceAsStream("/" + name + ".pgb")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
