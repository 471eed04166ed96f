package io.skyholm.agent.desired;

import io.skyholm.events.EventHeader;
import io.skyholm.events.host.ThingKey;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One host's topic as it is read: nothing is told of it before all that was there at first has been read. */
final class DesiredStateTopic {

    private static final Logger LOG = LoggerFactory.getLogger(DesiredStateTopic.class);
    private static final Duration YOUTH = Duration.ofSeconds(10);

    private final TopicPartition place;
    private final DesiredStateListener listener;
    private final DesiredStates states;
    private final Set<ThingKey> news = new LinkedHashSet<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final long asked = System.nanoTime();
    private long first;
    private boolean current;
    private boolean kept = true;

    DesiredStateTopic(String topic, SeenGenerations seen, DesiredStateListener listener) {
        this.place = new TopicPartition(topic, 0);
        this.states = new DesiredStates(seen);
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

    /** Notes what a record changes. What cannot be read was not written for us, and changes nothing. */
    void take(ConsumerRecord<String, String> record) {
        try {
            ThingKey.read(record.key()).filter(key -> note(key, record)).ifPresent(news::add);
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "The record {} at offset {} cannot be read: {}",
                    record.key(),
                    record.offset(),
                    unreadable.toString());
        }
    }

    /**
     * All before this offset has been taken: keeps what was seen, and only then tells it, so that a host never acts on what it
     * could forget. What cannot be kept, because the disk is full, is told by the first delivery after it could be.
     */
    void deliver(long offset) {
        keep();
        if (kept) {
            tell(offset);
        }
    }

    /** Whether all that was taken has been told, and with it all that was there at first. */
    boolean isCurrent() {
        return current && kept;
    }

    private void keep() {
        try {
            states.keep();
            become(true, null);
        } catch (UncheckedIOException failure) {
            become(false, failure.getMessage() + ": " + failure.getCause());
        }
    }

    /** Says it once, not at each of the attempts. */
    private void become(boolean keeps, @Nullable String reason) {
        if (kept != keeps) {
            kept = keeps;
            LOG.warn("{} {}", place.topic(), keeps ? "is acted on again" : "is not acted on: " + reason);
            listener.blocked(reason);
        }
    }

    private void tell(long offset) {
        if (current) {
            news.forEach(key -> states.of(key).ifPresentOrElse(listener::desired, () -> listener.withdrawn(key)));
        } else if (offset >= first) {
            current = true;
            states.all().forEach(listener::desired);
            listener.isCurrent();
        }
        news.clear();
    }

    private boolean note(ThingKey key, ConsumerRecord<String, String> record) {
        return record.value() == null
                ? states.withdraw(key, generation(record), record.timestamp())
                : listener.read(key, record.value())
                        .map(desired -> states.note(desired, record.timestamp()))
                        .orElse(false);
    }

    /** That of a tombstone; 0 where it has none. */
    private static long generation(ConsumerRecord<String, String> tombstone) {
        Header header = tombstone.headers().lastHeader(EventHeader.GENERATION.key());
        return header == null ? 0 : Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
    }
}
