package io.skyholm.system.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Three hundred instances asked for at once, until all of them run on simulated hosts with an address of their own. */
final class StormBenchmark implements Benchmark {

    private static final int INSTANCES = 300;
    private static final int HOSTS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with(
                        "postgres",
                        "kafka",
                        "connect",
                        "keycloak",
                        "identity",
                        "compute",
                        "network",
                        "gateway",
                        "host-agent");
                Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + suite.port("postgres") + "/skyholm?currentSchema=compute",
                        "postgres",
                        suite.password("postgres"))) {
            String token = new Administrator(suite).token();
            await(database, "select count(*) from compute_machine where last_heartbeat is not null", HOSTS);
            await(database, "select count(*) from network.subnet", 1);
            storm("the first, cold", suite.port("compute"), token, database);
            storm("the second", suite.port("compute"), token, database);
        }
    }

    private static void storm(String name, int port, String token, Connection database) throws Exception {
        long before = number(database, "select count(*) from instance where status = 'RUNNING'");
        long begin = System.nanoTime();
        ask(port, token);
        double accepted = (System.nanoTime() - begin) / 1e9;
        await(database, "select count(*) from instance where status = 'RUNNING'", before + INSTANCES);
        double running = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%s: %d accepted after %.1f s, all RUNNING after %.1f s%n", name, INSTANCES, accepted, running);
        print(database);
        if (number(
                        database,
                        "select count(*) - count(distinct ip_address) from network.ip_address"
                                + " where status = 'ALLOCATED'")
                > 0) {
            throw new IllegalStateException("An address was given twice");
        }
    }

    private static void ask(int port, String token) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
            for (int number = 0; number < INSTANCES; number++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/instances"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\":\"storm-" + System.nanoTime()
                                + "\",\"cpuCores\":1,\"memoryGb\":1,\"storageGb\":10}"))
                        .build();
                asked.add(http.sendAsync(request, BodyHandlers.ofString()));
            }
            for (CompletableFuture<HttpResponse<String>> one : asked) {
                HttpResponse<String> answer = one.join();
                if (answer.statusCode() != 202) {
                    throw new IllegalStateException("An instance was refused: " + answer.body());
                }
            }
        }
    }

    /** From asking to running, one by one, of those that were asked for last. */
    private static void print(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select percentile_cont(0.5) within group (order by took),
                            percentile_cont(0.99) within group (order by took)
                        from (select extract(epoch from ended_at - created_at) as took from operation
                            where kind = 'CREATE' and status = 'SUCCEEDED' order by id desc limit %d) newest""".formatted(INSTANCES))) {
            row.next();
            System.out.printf("one by one: p50 %.1f s, p99 %.1f s%n", row.getDouble(1), row.getDouble(2));
        }
    }

    private static void await(Connection database, String count, long wanted) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(database, count) < wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Fewer than " + wanted + ": " + count);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
