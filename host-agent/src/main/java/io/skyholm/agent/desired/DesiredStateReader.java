package io.skyholm.agent.desired;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads hosts' topics, of one host or of many, each from its beginning, and goes on. Who comes and goes while it reads is
 * gathered for a moment, so that thousands who come one after the other do not make it begin thousands of times.
 */
public final class DesiredStateReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DesiredStateReader.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration GATHERING = Duration.ofMillis(250);
    private static final Map<String, Object> FRUGAL = Map.of(
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest",
            "fetch.max.wait.ms", "5000",
            "fetch.max.bytes", "8388608",
            "request.timeout.ms", "15000",
            "default.api.timeout.ms", "20000",
            "reconnect.backoff.max.ms", "5000",
            "metric.reporters", "",
            "enable.metrics.push", "false");

    private final Map<String, Object> settings = new HashMap<>(FRUGAL);
    private final Map<TopicPartition, DesiredStateTopic> wanted = new ConcurrentHashMap<>();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final Map<TopicPartition, DesiredStateTopic> assigned = new HashMap<>();
    private final Set<DesiredStateTopic> behind = new HashSet<>();
    private volatile Runnable wakeup = () -> {};
    private volatile boolean closing;

    /** The connection says where Kafka is and who we are there. */
    public DesiredStateReader(Map<String, Object> connection) {
        settings.putAll(connection);
    }

    /** Has a topic read from its beginning; what is returned completes when that ends, and fails if it cannot be read. */
    public CompletableFuture<Void> follow(String topic, SeenGenerations seen, DesiredStateListener listener) {
        DesiredStateTopic followed = new DesiredStateTopic(topic, seen, listener);
        DesiredStateTopic former = wanted.put(followed.place(), followed);
        if (former != null) {
            former.end().complete(null);
        }
        change();
        return followed.end();
    }

    /** Has a topic not read any more. */
    public void leave(String topic) {
        DesiredStateTopic left = wanted.remove(new TopicPartition(topic, 0));
        if (left != null) {
            left.end().complete(null);
            change();
        }
    }

    /** Reads until it is closed. Fails when Kafka will not have us, and so does then whatever was read; may be called again. */
    public void read() {
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            wakeup = consumer::wakeup;
            changed.set(true);
            while (!closing) {
                readOn(consumer);
            }
            wanted.values().forEach(topic -> topic.end().complete(null));
        } catch (RuntimeException failure) {
            wanted.values().forEach(topic -> drop(topic, failure));
            throw failure;
        } finally {
            wakeup = () -> {};
            assigned.clear();
            behind.clear();
        }
    }

    /** Ends the reading; may be called by any thread. */
    @Override
    public void close() {
        closing = true;
        wakeup.run();
    }

    private void change() {
        if (changed.compareAndSet(false, true)) {
            wakeup.run();
        }
    }

    private void readOn(Consumer<String, String> consumer) {
        try {
            if (changed.getAndSet(false)) {
                assign(consumer);
            }
            if (assigned.isEmpty()) {
                LockSupport.parkNanos(GATHERING.toNanos());
                return;
            }
            consumer.poll(behind.isEmpty() && !changed.get() ? POLL : GATHERING).forEach(this::take);
            behind.removeIf(topic -> !isRead(topic));
            behind.forEach(topic -> topic.deliver(consumer.position(topic.place())));
            behind.removeIf(DesiredStateTopic::isCurrent);
        } catch (TimeoutException late) {
            LOG.warn("Kafka does not say what is desired: {}", late.toString());
        } catch (WakeupException woken) {
            LockSupport.parkNanos(closing ? 0 : GATHERING.toNanos());
        }
    }

    /** Reads what is wanted now, and nothing else. */
    private void assign(Consumer<String, String> consumer) {
        Map<TopicPartition, DesiredStateTopic> now = new HashMap<>(wanted);
        now.values().removeIf(topic -> topic.equals(assigned.get(topic.place())));
        try {
            if (!now.isEmpty()) {
                Set<String> known = consumer.listTopics().keySet();
                now.values().removeIf(topic -> isMissing(topic, known));
                consumer.endOffsets(now.keySet()).forEach((place, end) -> hold(now, place, end));
            }
            assigned.keySet().retainAll(wanted.keySet());
            assigned.putAll(now);
            consumer.assign(assigned.keySet());
            if (!now.isEmpty()) {
                consumer.seekToBeginning(now.keySet());
                behind.addAll(now.values());
            }
        } catch (WakeupException | TimeoutException again) {
            changed.set(true);
            throw again;
        }
    }

    private static void hold(Map<TopicPartition, DesiredStateTopic> come, TopicPartition place, long end) {
        DesiredStateTopic topic = come.get(place);
        if (topic != null) {
            topic.holdsAlready(end);
        }
    }

    /** What is not there yet is looked for again a moment later, for a while. */
    private boolean isMissing(DesiredStateTopic topic, Set<String> known) {
        String name = topic.place().topic();
        if (known.contains(name)) {
            return false;
        }
        if (topic.isYoung()) {
            changed.set(true);
        } else {
            drop(topic, new UnknownTopicOrPartitionException("Kafka has no topic " + name + " for us"));
        }
        return true;
    }

    private void drop(DesiredStateTopic topic, RuntimeException failure) {
        wanted.remove(topic.place(), topic);
        topic.end().completeExceptionally(failure);
    }

    /** Its topic is behind until what was taken is told: where Kafka does not say how far we are, the next round tells it. */
    private void take(ConsumerRecord<String, String> record) {
        DesiredStateTopic topic = assigned.get(new TopicPartition(record.topic(), record.partition()));
        if (topic != null && isRead(topic)) {
            topic.take(record);
            behind.add(topic);
        }
    }

    private boolean isRead(DesiredStateTopic topic) {
        return !topic.end().isDone();
    }
}
