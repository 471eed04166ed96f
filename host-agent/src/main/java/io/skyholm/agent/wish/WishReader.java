package io.skyholm.agent.wish;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.PortWish;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.VmWish;
import io.skyholm.events.host.Wish;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a host's topic from its beginning and goes on. Nothing is told before all that is there was read, so that what was
 * replaced long ago is not acted upon.
 */
public final class WishReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WishReader.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Map<String, Object> FRUGAL = Map.of(
            "isolation.level", "read_committed",
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest",
            "fetch.max.wait.ms", "5000",
            "max.partition.fetch.bytes", "1048576",
            "request.timeout.ms", "15000",
            "default.api.timeout.ms", "20000",
            "reconnect.backoff.max.ms", "5000",
            "metric.reporters", "",
            "enable.metrics.push", "false");

    private final KafkaConsumer<String, String> consumer;
    private final TopicPartition place;
    private final WishListener listener;
    private final WishBook book = new WishBook();
    private volatile boolean closing;

    /** The connection says where Kafka is and who this host is there. */
    public WishReader(Map<String, Object> connection, String topic, WishListener listener) {
        Map<String, Object> settings = new HashMap<>(FRUGAL);
        settings.putAll(connection);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        this.place = new TopicPartition(topic, 0);
        this.listener = listener;
    }

    /** Reads until it is closed; fails when Kafka will not have us. */
    public void read() {
        try (consumer) {
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            catchUp();
            book.all().forEach(listener::wished);
            listener.isCurrent();
            while (!closing) {
                consumer.poll(POLL).forEach(record -> {
                    if (note(record)) {
                        tell(record.key());
                    }
                });
            }
        } catch (WakeupException closed) {
            LOG.debug("Reading {} ends", place);
        }
    }

    /** Ends the reading; may be called by any thread. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
    }

    private void catchUp() {
        long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
        while (consumer.position(place) < end && !closing) {
            consumer.poll(POLL).forEach(this::note);
        }
    }

    private void tell(String text) {
        ThingKey.read(text)
                .ifPresent(key -> book.of(key).ifPresentOrElse(listener::wished, () -> listener.withdrawn(key)));
    }

    /** Whether the record changed what is wished. What cannot be read was not written for us, and changes nothing. */
    private boolean note(ConsumerRecord<String, String> record) {
        try {
            Optional<ThingKey> key = ThingKey.read(record.key());
            if (key.isEmpty()) {
                return false;
            }
            if (record.value() == null) {
                return book.forget(key.get());
            }
            return wish(key.get(), record.value()).map(book::note).orElse(false);
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "The wish {} at offset {} cannot be read: {}",
                    record.key(),
                    record.offset(),
                    unreadable.toString());
            return false;
        }
    }

    private static Optional<Wish> wish(ThingKey key, String text) {
        return switch (key.kind()) {
            case VM -> Optional.of(EventJson.read(text, VmWish.class));
            case PORT -> Optional.of(EventJson.read(text, PortWish.class));
            case DISK, CONTAINER -> Optional.empty();
        };
    }
}
