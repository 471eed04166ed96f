package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.measure.Administrator;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import io.skyholm.system.benchmarks.measure.Load;
import io.skyholm.system.benchmarks.measure.Load.Request;
import io.skyholm.system.benchmarks.measure.Measured;
import io.skyholm.system.benchmarks.measure.PgBench;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * A row that a tenant owns and its event in one transaction, with and without an Idempotency-Key, and reading it back,
 * over HTTP with a token, next to the same statements sent by pgbench to the same server in the same run. All share the
 * machine's processors, so what each costs is printed beside the ratios.
 */
final class ApiBenchmark implements Benchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration MEASURED = Duration.ofSeconds(5);
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
        List<Kind> kinds = List.of(
                new Kind("POST", 201, this::post, script("post")),
                new Kind("POST, key", 201, this::postOnce, script("post-once")),
                new Kind("GET", 200, number -> get, script("get").replace(":id", tenant)));
        for (Kind kind : kinds) {
            load.run(32, WARM_UP, kind.status(), kind.requests());
        }
        PgBench floor = new PgBench(suite);
        System.out.println("processor microseconds a request:                 service             pgbench");
        System.out.printf(
                "%-10s %7s %9s %9s %6s %7s %8s %5s %8s %5s%n",
                "", "clients", "service/s", "pgbench/s", "ratio", "service", "database", "load", "database", "load");
        for (int round = 0; round < ROUNDS; round++) {
            for (int clients : CLIENTS) {
                for (Kind kind : kinds) {
                    print(
                            kind,
                            clients,
                            Measured.of(suite, () -> load.run(clients, MEASURED, kind.status(), kind.requests())),
                            Measured.of(suite, () -> floor.run(kind.floor(), clients, MEASURED)));
                }
            }
        }
    }

    private Request post(long number) {
        return new Request(HttpMethod.POST, "/v1/tenants", body(number));
    }

    private Request postOnce(long number) {
        return new Request(
                HttpMethod.POST, "/v1/tenants", body(number), UUID.randomUUID().toString());
    }

    private String body(long number) {
        return "{\"name\":\"Bench " + run + " " + System.nanoTime() + number + "\"}";
    }

    private static void print(Kind kind, int clients, Measured service, Measured floor) {
        System.out.printf(
                "%-10s %7d %9.0f %9.0f %6.2f %7.0f %8.0f %5.0f %8.0f %5.0f%n",
                kind.name(),
                clients,
                service.perSecond(),
                floor.perSecond(),
                service.perSecond() / floor.perSecond(),
                service.serviceMicros(),
                service.databaseMicros(),
                service.loadMicros(),
                floor.databaseMicros(),
                floor.loadMicros());
    }

    private static String script(String name) throws IOException {
        try (InputStream script = ApiBenchmark.class.getResourceAsStream("/" + name + ".pgb")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is asked of the service, and the script of the same statements. */
    private record Kind(String name, int status, LongFunction<Request> requests, String floor) {}
}
