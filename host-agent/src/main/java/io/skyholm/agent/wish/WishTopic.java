package io.skyholm.agent.wish;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.PortWish;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.VmWish;
import io.skyholm.events.host.Wish;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One host's topic as it is read: nothing is told of it before all that was there at first has been read. */
final class WishTopic {

    private static final Logger LOG = LoggerFactory.getLogger(WishTopic.class);
    private static final Duration YOUTH = Duration.ofSeconds(10);

    private final TopicPartition place;
    private final WishListener listener;
    private final WishBook book = new WishBook();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final long asked = System.nanoTime();
    private long first;
    private boolean current;

    WishTopic(String topic, WishListener listener) {
        this.place = new TopicPartition(topic, 0);
        this.listener = listener;
    }

    TopicPartition place() {
        return place;
    }

    /** Whether it was asked for so lately that Kafka may not know yet that there is such a topic, or that we may read it. */
    boolean isYoung() {
        return System.nanoTime() - asked < YOUTH.toNanos();
    }

    /** Completes when it is not read any more, and fails when it cannot be. */
    CompletableFuture<Void> end() {
        return end;
    }

    /** What is there before this offset has to be read before anything is told. */
    void holdsAlready(long offset) {
        first = offset;
    }

    void take(ConsumerRecord<String, String> record) {
        if (note(record) && current) {
            tell(record.key());
        }
    }

    /** All before this offset has been read; tells whether that is all that was there at first. */
    boolean hasRead(long offset) {
        if (!current && offset >= first) {
            current = true;
            book.all().forEach(listener::wished);
            listener.isCurrent();
        }
        return current;
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
