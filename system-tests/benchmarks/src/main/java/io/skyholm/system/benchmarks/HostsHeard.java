package io.skyholm.system.benchmarks;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What hosts say that they hold, as they say it to everybody. */
final class HostsHeard implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final KafkaConsumer<String, String> reports;

    HostsHeard(BenchSuite suite) {
        reports = new KafkaConsumer<>(suite.kafka(Map.of()), new StringDeserializer(), new StringDeserializer());
        reports.assign(reports.partitionsFor(HostTopics.OBSERVED).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** The first whole inventory of each of so many hosts that it made after that moment: its things and their states. */
    Map<UUID, Map<ThingKey, ThingState>> inventories(int hosts, Instant after) {
        reports.seekToBeginning(reports.assignment());
        Map<UUID, Map<ThingKey, ThingState>> heard = new HashMap<>();
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (heard.size() < hosts) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + heard.size() + " of " + hosts + " hosts told what they hold");
            }
            reports.poll(POLL).forEach(record -> {
                HostReport report = EventJson.read(record.value(), HostReport.class);
                if (report instanceof Inventory inventory && inventory.at().isAfter(after)) {
                    heard.putIfAbsent(inventory.hostId(), things(inventory));
                }
            });
        }
        return heard;
    }

    private static Map<ThingKey, ThingState> things(Inventory inventory) {
        return inventory.things().stream().collect(Collectors.toMap(Observation::key, Observation::state));
    }

    @Override
    public void close() {
        reports.close();
    }
}
