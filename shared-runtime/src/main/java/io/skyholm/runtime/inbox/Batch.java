package io.skyholm.runtime.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** The events of one poll, and what among them is none. */
final class Batch {

    private final Map<Received, ConsumerRecord<String, String>> events = new LinkedHashMap<>();
    private final List<Inbox.Unreadable> unreadable = new ArrayList<>();

    private Batch() {}

    static Batch of(ConsumerRecords<String, String> records) {
        Batch batch = new Batch();
        records.forEach(batch::add);
        return batch;
    }

    List<Received> events() {
        return List.copyOf(events.keySet());
    }

    List<Inbox.Unreadable> unreadable() {
        return unreadable;
    }

    ConsumerRecord<String, String> recordOf(Received event) {
        return Objects.requireNonNull(events.get(event), "an event of this batch");
    }

    /** A record without a value is the tombstone of what was compacted away: there is nothing to learn from it. */
    private void add(ConsumerRecord<String, String> record) {
        if (record.value() == null) {
            return;
        }
        try {
            events.put(Received.of(record), record);
        } catch (RuntimeException malformed) {
            unreadable.add(new Inbox.Unreadable(record, malformed));
        }
    }
}
