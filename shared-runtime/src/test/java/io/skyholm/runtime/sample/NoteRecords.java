package io.skyholm.runtime.sample;

import io.skyholm.events.Actor;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Events about notes as Kafka hands them over. */
public final class NoteRecords {

    private static final TopicPartition PLACE = new TopicPartition("support.note", 0);
    private static final AtomicLong OFFSET = new AtomicLong();

    private NoteRecords() {}

    /** An event about a note, with an id of its own. */
    public static ConsumerRecord<String, String> about(UUID note, String title) {
        return withPayload(note, EventJson.write(new NoteFact(note, 1, UUID.randomUUID(), title)));
    }

    /** An event about a note that came of a request. */
    public static ConsumerRecord<String, String> cameOf(String correlationId, UUID note) {
        return withPayload(note, correlationId, EventJson.write(new NoteFact(note, 1, UUID.randomUUID(), "Milk")));
    }

    /** An event that nobody can apply. */
    public static ConsumerRecord<String, String> poison() {
        return about(UUID.randomUUID(), NoteListener.POISON);
    }

    /** An event with any payload. */
    public static ConsumerRecord<String, String> withPayload(UUID note, String payload) {
        return withPayload(note, "a story", payload);
    }

    private static ConsumerRecord<String, String> withPayload(UUID note, String correlationId, String payload) {
        ConsumerRecord<String, String> record = withoutHeaders(note, payload);
        EventHeaders headers = new EventHeaders(
                UUID.randomUUID(),
                NoteFact.WRITTEN.name(),
                "/support",
                note.toString(),
                Instant.now(),
                null,
                1,
                correlationId,
                null,
                Actor.PLATFORM);
        headers.toMap().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** A record that is no event at all. */
    public static ConsumerRecord<String, String> withoutHeaders(UUID note, String payload) {
        return new ConsumerRecord<>(
                PLACE.topic(), PLACE.partition(), OFFSET.getAndIncrement(), note.toString(), payload);
    }

    /** What one poll gives. */
    public static ConsumerRecords<String, String> batch(List<ConsumerRecord<String, String>> records) {
        return new ConsumerRecords<>(Map.of(PLACE, records), Map.of());
    }
}
