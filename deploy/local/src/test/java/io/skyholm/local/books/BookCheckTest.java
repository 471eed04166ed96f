package io.skyholm.local.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import io.skyholm.local.part.Databases;
import io.skyholm.local.suite.TestPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
        assertThat(onceOnly().differences())
                .singleElement()
                .asString()
                .contains(machine.toString(), here.toString(), there.toString());

        tell(there);
        assertThat(onceOnly().agrees()).isTrue();
    }

    @Test
    void whatAHostToldBeforeItWasFencedIsPast() throws SQLException {
        UUID lost = UUID.randomUUID();
        tell(lost, machine);
        tell(UUID.randomUUID(), machine);
        assertThat(onceOnly().agrees()).isFalse();

        try (Connection connection = databases().everything();
                Statement statement = connection.createStatement()) {
            statement.execute("create table compute.compute_machine (id uuid, fenced_at timestamptz)");
            try {
                statement.execute("insert into compute.compute_machine values ('" + lost + "', now())");
                assertThat(onceOnly().agrees()).isTrue();
            } finally {
                statement.execute("drop table compute.compute_machine");
                tell(lost);
            }
        }
    }

    private Databases databases() {
        return new Databases(
                platform.suite().site().ports().of("postgres"),
                platform.suite().site().secrets());
    }

    private Outcome onceOnly() {
        return new BookCheck(platform.suite().site())
                .outcomes(Duration.ZERO).stream()
                        .filter(outcome -> outcome.comparison().name().equals("hosts-once"))
                        .findFirst()
                        .orElseThrow();
    }

    /** Tells everything that a host holds. */
    private void tell(UUID host, UUID... machines) {
        Instant now = Instant.now();
        List<Observation> things = List.of(machines).stream()
                .map(id -> new Observation(ThingKind.VM, id, 1, ThingState.RUNNING, true, 0, 0, null, now))
                .toList();
        String report = EventJson.write(new Inventory(host, now, 1, 1, things));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(platform.kafkaSettings(), new StringSerializer(), new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>(HostTopics.OBSERVED, host.toString(), report)))
                    .succeedsWithin(SOON);
        }
    }
}
