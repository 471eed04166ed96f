package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.measure.Administrator;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import io.skyholm.system.benchmarks.measure.Latencies;
import io.skyholm.system.benchmarks.measure.Load;
import io.skyholm.system.benchmarks.measure.Load.Expected;
import io.skyholm.system.benchmarks.measure.Load.Request;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instances that get their place over HTTP, with all that is written down of them: three resources, a tag and a set whose
 * instances keep apart, without over-commit. Afterwards every machine's books are compared with what instances hold.
 */
final class PlacementBenchmark implements Benchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final int[] HOSTS = {1_000, 5_000, 10_000};
    private static final int[] CLIENTS = {1, 4, 8};
    private static final int SETS = 100;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final List<String> sets = new ArrayList<>();

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with("postgres", "kafka", "keycloak", "identity", "compute");
                Machines machines = new Machines(suite)) {
            String token = new Administrator(suite).token();
            try (Load load = new Load(suite.port("compute"), token)) {
                machines.are(HOSTS[0]);
                makeSets(suite.port("compute"), token);
                load.run(8, WARM_UP, 202, this::instance);
                System.out.printf("%8s %8s %10s %8s %8s%n", "hosts", "clients", "claims/s", "p50 ms", "p99 ms");
                for (int hosts : HOSTS) {
                    for (int clients : CLIENTS) {
                        measure(machines, load, hosts, clients);
                    }
                }
            }
        }
    }

    private void measure(Machines machines, Load load, int hosts, int clients) throws Exception {
        machines.are(hosts);
        load.run(clients, Duration.ofSeconds(3), 202, this::instance);
        Latencies latencies = new Latencies();
        long before = machines.placed();
        long begin = System.nanoTime();
        load.run(clients, MEASURED, new Expected(202, latencies::add), this::instance);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double claims = (machines.placed() - before) / seconds;
        System.out.printf(
                "%8d %8d %10.0f %8.1f %8.1f%n",
                hosts, clients, claims, latencies.milliseconds(0.5), latencies.milliseconds(0.99));
        if (machines.meetings() > 0) {
            throw new IllegalStateException("Instances met that keep apart");
        }
    }

    private Request instance(long number) {
        String set = sets.get((int) (number % SETS));
        return new Request(HttpMethod.POST, "/v1/instances", """
                {"name":"bench-%d","cpuCores":1,"memoryGb":2,"storageGb":10,"resourcePoolId":"%s","hostTags":["ssd"],\
                "instanceSetId":"%s","affinity":"ANTI_AFFINITY"}""".formatted(number, Machines.POOL, set));
    }

    private void makeSets(int port, String token) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int number = 0; number < SETS; number++) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/v1/instance-sets"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"name\":\"bench " + number + " " + System.nanoTime() + "\"}"))
                        .build();
                String answer = http.send(request, BodyHandlers.ofString()).body();
                Matcher id = ID.matcher(answer);
                if (!id.find()) {
                    throw new IllegalStateException("No set was made: " + answer);
                }
                sets.add(id.group(1));
            }
        }
    }
}
