package io.skyholm.local.books;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.PortTraffic;
import io.skyholm.events.host.ThingState;
import io.skyholm.local.database.Databases;
import io.skyholm.local.suite.TestPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class BookCheckTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestPlatform platform = TestPlatform.with("postgres", "kafka");
    private final UUID machine = UUID.randomUUID();

    @Test
    void whatDiffersIsNamedUntilItAgrees() {
        UUID here = UUID.randomUUID();
        UUID there = UUID.randomUUID();
        tell(here, machine);
        tell(there, machine);
        assertThat(once("hosts-once").differences())
                .singleElement()
                .asString()
                .contains(machine.toString(), here.toString(), there.toString());

        tell(there);
        assertThat(once("hosts-once").agrees()).isTrue();
    }

    @Test
    void whatAHostToldBeforeItWasFencedIsPast() throws SQLException {
        UUID lost = UUID.randomUUID();
        tell(lost, machine);
        tell(UUID.randomUUID(), machine);
        assertThat(once("hosts-once").agrees()).isFalse();

        try (Connection connection = databases().everything();
                Statement statement = connection.createStatement()) {
            statement.execute("create table compute.compute_machine (id uuid, fenced_at timestamptz)");
            try {
                statement.execute("insert into compute.compute_machine values ('" + lost + "', now())");
                assertThat(once("hosts-once").agrees()).isTrue();
            } finally {
                statement.execute("drop table compute.compute_machine");
                tell(lost);
            }
        }
    }

    @Test
    void whatAPortCarriedAndNobodyCountedIsNamed() throws SQLException {
        UUID host = UUID.randomUUID();
        UUID port = UUID.randomUUID();
        Instant since = Instant.now().truncatedTo(MICROS);
        PortTraffic carried = new PortTraffic(since, 700, 90);
        tell(
                host,
                List.of(new Observation(DesiredPort.KIND, port, 1, ThingState.RUNNING, true, 0, 0, null, since)
                        .carrying(carried)));
        try (Connection connection = databases().everything();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table network.port (id uuid, instance_id uuid, compute_machine_id uuid, deleted_at timestamptz);
                    create table network.traffic (port_id uuid, month date);
                    create table network.traffic_counter (port_id uuid, month date, compute_machine_id uuid,
                        counted_since timestamptz, received_bytes bigint, sent_bytes bigint)""");
            try {
                statement.execute("insert into network.port values ('%s', '%s', '%s')".formatted(port, port, host));
                assertThat(once("hosts-traffic").differences())
                        .singleElement()
                        .asString()
                        .contains(port.toString(), "700");

                statement.execute("""
                        insert into network.traffic values ('%1$s', '2026-11-01');
                        insert into network.traffic_counter values ('%1$s', '2026-11-01', '%2$s', '%3$s', 700, 90)""".formatted(port, host, since));
                assertThat(once("hosts-traffic").agrees()).isTrue();
            } finally {
                statement.execute("drop table network.port, network.traffic, network.traffic_counter");
                tell(host);
            }
        }
    }

    private Databases databases() {
        return new Databases(
                platform.suite().site().ports().of("postgres"),
                platform.suite().site().secrets());
    }

    private Outcome once(String book) {
        return new BookCheck(platform.suite().site())
                .outcomes(Duration.ZERO).stream()
                        .filter(outcome -> outcome.comparison().name().equals(book))
                        .findFirst()
                        .orElseThrow();
    }

    /** Tells that a host holds these machines and nothing else. */
    private void tell(UUID host, UUID... machines) {
        Instant now = Instant.now();
        tell(
                host,
                Stream.of(machines)
                        .map(id -> new Observation(DesiredVm.KIND, id, 1, ThingState.RUNNING, true, 0, 0, null, now))
                        .toList());
    }

    private void tell(UUID host, List<Observation> things) {
        String report = EventJson.write(new Inventory(host, Instant.now(), 1, 1, things));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(platform.kafkaSettings(), new StringSerializer(), new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>(HostTopics.OBSERVED, host.toString(), report)))
                    .succeedsWithin(SOON);
        }
    }
}
