package io.skyholm.local.part;

import io.skyholm.events.EventCatalogue;
import io.skyholm.events.audit.CallEvents;
import io.skyholm.events.identity.LoginEvents;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.PortHolder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** The topics of facts: one per aggregate, compacted, so that a new consumer learns the world from the beginning. */
final class KafkaTopics {
    private static final int PARTITIONS = 3;
    private static final String WEEK = Long.toString(Duration.ofDays(7).toMillis());
    private static final Map<String, String> OF_FACTS =
            Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", WEEK);

    /** What happens once has no later state by which it could be replaced. */
    private static final Map<String, String> OF_HAPPENINGS = Map.of("cleanup.policy", "delete", "retention.ms", WEEK);

    private static final Set<String> HAPPENINGS = Set.of(CallEvents.ENDED.topic(), LoginEvents.FAILED.topic());

    private final int port;

    KafkaTopics(int port) {
        this.port = port;
    }

    /** Asks as a client would: an open port alone says nothing. */
    boolean answer() {
        if (!PortHolder.isTaken(port)) {
            return false;
        }
        try (Admin admin = admin()) {
            return !await(admin.describeCluster().nodes()).isEmpty();
        } catch (LaunchProblem | KafkaException notYet) {
            return false;
        }
    }

    void create() {
        try (Admin admin = admin()) {
            Set<String> missing = new HashSet<>(EventCatalogue.topics());
            missing.removeAll(await(admin.listTopics().names()));
            List<NewTopic> topics = missing.stream()
                    .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                            .configs(HAPPENINGS.contains(name) ? OF_HAPPENINGS : OF_FACTS))
                    .toList();
            await(admin.createTopics(topics).all());
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers", "127.0.0.1:" + port,
                "default.api.timeout.ms", "20000",
                "request.timeout.ms", "10000",
                "reconnect.backoff.ms", "50",
                "reconnect.backoff.max.ms", "200"));
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new LaunchProblem("Kafka does not answer: " + failure, "see ./skyholm logs kafka", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
