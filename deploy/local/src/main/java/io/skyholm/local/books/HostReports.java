package io.skyholm.local.books;

import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.local.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What hosts said last of everything they hold. */
record HostReports(Map<String, Object> kafka) {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** One host's whole inventory. */
    record Latest(UUID hostId, Instant at, List<Observation> things) {}

    /** The newest inventory of each host that told one within that time. */
    List<Latest> within(Duration time) {
        List<Inventory> told = new ArrayList<>();
        for (ConsumerRecord<String, String> record : records(Instant.now().minus(time))) {
            read(record).ifPresent(told::add);
        }
        return told.stream().collect(Collectors.groupingBy(Inventory::hostId)).values().stream()
                .map(HostReports::newest)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The newest of which all parts have come. */
    static Optional<Latest> newest(List<Inventory> ofOneHost) {
        return ofOneHost.stream()
                .collect(Collectors.groupingBy(
                        Inventory::at, Collectors.toMap(Inventory::part, Function.identity(), (one, again) -> one)))
                .values()
                .stream()
                .map(parts -> List.copyOf(parts.values()))
                .filter(parts -> parts.size() == parts.getFirst().parts())
                .map(parts -> new Latest(
                        parts.getFirst().hostId(),
                        parts.getFirst().at(),
                        parts.stream().flatMap(part -> part.things().stream()).toList()))
                .max(Comparator.comparing(Latest::at));
    }

    private List<ConsumerRecord<String, String>> records(Instant since) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> places = consumer.partitionsFor(HostTopics.OBSERVED).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(places);
            consumer.assign(places);
            seek(consumer, places, since, ends);
            Stopwatch reading = Stopwatch.started();
            while (places.stream().anyMatch(place -> consumer.position(place) < ends.getOrDefault(place, 0L))
                    && !reading.isPast(LIMIT)) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    private static void seek(
            KafkaConsumer<String, String> consumer,
            List<TopicPartition> places,
            Instant since,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>();
        places.forEach(place -> times.put(place, since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        for (TopicPartition place : places) {
            OffsetAndTimestamp first = found.get(place);
            consumer.seek(place, first == null ? ends.getOrDefault(place, 0L) : first.offset());
        }
    }

    private static Optional<Inventory> read(ConsumerRecord<String, String> record) {
        try {
            HostReport report = EventJson.read(record.value(), HostReport.class);
            return report instanceof Inventory inventory ? Optional.of(inventory) : Optional.empty();
        } catch (MalformedEventException unreadable) {
            return Optional.empty();
        }
    }
}
