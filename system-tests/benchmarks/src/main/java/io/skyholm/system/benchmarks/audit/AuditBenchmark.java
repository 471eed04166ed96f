package io.skyholm.system.benchmarks.audit;

import io.skyholm.system.benchmarks.measure.Administrator;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Recording with and without chains next to what storing alone costs, searching a million entries, and verifying them
 * all. SKYHOLM_BENCH_ENTRIES sets another number than a million.
 */
public final class AuditBenchmark implements Benchmark {

    private static final int ENTRIES =
            Integer.parseInt(System.getenv().getOrDefault("SKYHOLM_BENCH_ENTRIES", "1000000"));
    private static final int SAMPLE = Math.min(100_000, ENTRIES / 4);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Pattern NEXT = Pattern.compile("\"nextSequence\":(\\d+)");

    private final Instant now = Instant.now();
    private final Instant yearAgo = now.minus(YEAR);

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with("postgres", "kafka", "connect", "keycloak", "identity", "audit");
                AuditTable table = new AuditTable(suite)) {
            String token = new Administrator(suite).token();
            write(suite, table);
            AuditRows rows = new AuditRows(yearAgo, YEAR, ENTRIES);
            System.out.printf("filled to %d entries, chained: %.0f entries/s%n", ENTRIES, table.fill(rows, ENTRIES));
            AuditSearch search = new AuditSearch(suite.port("audit"), token);
            search(search, rows);
            verify(search, rows);
            verifyOffline(search);
        }
    }

    private void write(BenchSuite suite, AuditTable table) throws Exception {
        record(suite, table);
        System.out.printf("through Kafka and the service, warm: %.0f entries/s%n", record(suite, table));
        System.out.printf(
                "floor, the same bytes stored without an index: %.0f rows/s%n",
                table.store(new AuditRows(yearAgo, YEAR, SAMPLE), SAMPLE));
        double without = table.insert(new AuditRows(yearAgo, YEAR, SAMPLE), SAMPLE);
        double with = table.insertChained(new AuditRows(yearAgo, YEAR, SAMPLE), SAMPLE);
        System.out.printf(
                "the service's insert, %d a batch: %.0f entries/s without chains, %.0f with, ratio %.2f%n",
                AuditTable.BATCH, without, with, with / without);
    }

    /** From the first event handed to Kafka to the last one recorded. */
    private static double record(BenchSuite suite, AuditTable table) throws Exception {
        long before = table.recorded();
        Map<String, Object> settings = suite.kafka(Map.of("acks", "all"));
        long begin = System.nanoTime();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>(SAMPLE);
            for (int number = 0; number < SAMPLE; number++) {
                sent.add(producer.send(event(new UUID(17, number % AuditRows.TENANTS))));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
        while (table.recorded() < before + SAMPLE) {
            if (System.nanoTime() - begin > TIMEOUT.toNanos()) {
                throw new IllegalStateException("Not all events were recorded: " + table.recorded());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return SAMPLE / ((System.nanoTime() - begin) / 1e9);
    }

    private static ProducerRecord<String, String> event(UUID tenant) {
        UUID id = UUID.randomUUID();
        ProducerRecord<String, String> event =
                new ProducerRecord<>("identity.tenant", id.toString(), """
                {"id":"%s","generation":1,"name":"Measured","description":"%s","status":"ACTIVE",\
                "createdAt":"2026-01-31T12:00:00Z","updatedAt":"2026-01-31T12:00:00Z"}""".formatted(id, "x".repeat(120)));
        Map.of(
                        "ce_id", id.toString(),
                        "ce_type", "identity.tenant.changed.v1",
                        "ce_source", "/identity",
                        "ce_subject", id.toString(),
                        "ce_time", Instant.now().toString(),
                        "ce_tenantid", tenant.toString(),
                        "ce_generation", "1",
                        "ce_correlationid", id.toString())
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    private void search(AuditSearch search, AuditRows rows) throws Exception {
        Instant middle = yearAgo.plus(YEAR.dividedBy(2));
        search.measure("everything", middle, number -> "limit=50");
        search.measure(
                "tenantId", middle, number -> "tenantId=" + rows.tenants().get(number % 50));
        search.measure("userId", middle, number -> "userId=" + rows.users().get(number));
        search.measure("credential", middle, number -> "credential=session:" + number);
        search.measure("resourceType", middle, number -> "resourceType=DISK");
        search.measure("resourceType, rare", middle, number -> "resourceType=COMET");
        search.measure("resourceId", middle, number -> "resourceId=" + new UUID(17, number));
        search.measure("action", middle, number -> "action=CHANGED");
        search.measure("action, rare", middle, number -> "action=CAUGHT");
        search.measure("eventType", middle, number -> "eventType=compute.disk.created.v1");
        search.measure("eventType, rare", middle, number -> "eventType=compute.comet.caught.v1");
        search.measure("status", middle, number -> "status=FAILURE");
        search.measure("status, rare", middle, number -> "status=UNKNOWN");
        search.measure("correlationId", middle, number -> "correlationId=story-" + number * 7);
        search.measure("ipAddress", middle, number -> "ipAddress=192.0.2." + number);
        search.measure("from", middle, number -> "from=" + yearAgo.plus(Duration.ofHours(number * 40L)));
        search.measure("until", middle, number -> "until=" + yearAgo.plus(Duration.ofHours(100 + number * 40L)));
        search.measure(
                "tenantId, status",
                middle,
                number -> "status=UNKNOWN&tenantId=" + rows.tenants().get(number % 50));
        search.measure("nothing found", middle, number -> "ipAddress=203.0.113." + number);
    }

    private static void verify(AuditSearch search, AuditRows rows) throws Exception {
        long begin = System.nanoTime();
        for (UUID chain : rows.tenants()) {
            String from = "";
            do {
                String answer = search.get("/v1/audit-chains/" + chain + "/verification" + from);
                if (!answer.contains("\"verified\":true")) {
                    throw new IllegalStateException("A chain is not whole: " + answer);
                }
                Matcher next = NEXT.matcher(answer);
                from = next.find() ? "?fromSequence=" + next.group(1) : "";
            } while (!from.isEmpty());
        }
        print("verified by the service", begin);
    }

    private static void verifyOffline(AuditSearch search) throws Exception {
        Path file = Files.createTempFile("skyholm-audit", ".jsonl");
        try {
            long begin = System.nanoTime();
            search.download("/v1/audit-entries/export", file);
            print("exported, %d MB".formatted(Files.size(file) / 1_000_000), begin);
            begin = System.nanoTime();
            int outcome = new ProcessBuilder(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.skyholm.audit.verify.VerifyExport",
                            file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (outcome != 0) {
                throw new IllegalStateException("The export is not whole");
            }
            print("verified offline", begin);
        } finally {
            Files.delete(file);
        }
    }

    private static void print(String what, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%s: %.1f s, %.0f entries/s%n", what, seconds, ENTRIES / seconds);
    }
}
