package io.skyholm.local.part;

import io.skyholm.events.EventCatalogue;
import io.skyholm.events.audit.CallEvents;
import io.skyholm.events.audit.RefusedCallsEvents;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.identity.CredentialEvents;
import io.skyholm.events.identity.KeycloakAdministrationEvents;
import io.skyholm.events.identity.LoginEvents;
import io.skyholm.local.BoundedWait;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.PortHolder;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;

/**
 * The topics of facts: one per aggregate, compacted, so that a new consumer learns the world from the beginning; and the one
 * of what hosts report.
 */
final class KafkaTopics {
    private static final int PARTITIONS = 3;
    private static final String WEEK = Long.toString(Duration.ofDays(7).toMillis());
    private static final Map<String, String> OF_FACTS =
            Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", WEEK);

    /** What happens once has no later state by which it could be replaced. */
    private static final Map<String, String> OF_HAPPENINGS = Map.of("cleanup.policy", "delete", "retention.ms", WEEK);

    private static final Set<String> HAPPENINGS = Set.of(
            CallEvents.ENDED.topic(),
            RefusedCallsEvents.COUNTED.topic(),
            LoginEvents.FAILED.topic(),
            CredentialEvents.CHANGED.topic(),
            KeycloakAdministrationEvents.PERFORMED.topic());

    /** What hosts report is told anew all the time, and is of no use a few hours later. */
    private static final int PARTITIONS_OF_REPORTS = 6;

    private static final Map<String, String> OF_REPORTS = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", Long.toString(Duration.ofHours(6).toMillis()),
            "segment.ms", Long.toString(Duration.ofHours(1).toMillis()));

    private static final Duration LONGEST_UNTIL_THEY_COUNT = Duration.ofSeconds(20);

    private final int port;
    private final KafkaAccess access;
    private final KafkaFleet fleet;

    KafkaTopics(int port, KafkaAccess access) {
        this.port = port;
        this.access = access;
        this.fleet = new KafkaFleet(access.site());
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
            Set<String> there = await(admin.listTopics().names());
            List<NewTopic> missing =
                    wanted().filter(topic -> !there.contains(topic.name())).toList();
            await(admin.createTopics(missing).all());
            await(admin.createAcls(KafkaRights.all()).all());
            awaitRights(admin);
            if (LocalHosts.configured(System.getenv()).areFleet()) {
                fleet.letIn(admin);
            }
        }
    }

    /** The controller takes them, and the broker has them a moment later: Connect ends for good where it is refused. */
    private static void awaitRights(Admin admin) {
        if (!BoundedWait.waitUntil(() -> hasRights(admin), LONGEST_UNTIL_THEY_COUNT)) {
            throw new LaunchProblem("Kafka does not take the rights of its accounts", "see ./skyholm logs kafka");
        }
    }

    /** Asks for those of the platform's accounts alone: hosts have four each. */
    private static boolean hasRights(Admin admin) {
        Set<AclBinding> known = new HashSet<>();
        KafkaRights.accounts()
                .forEach(account -> known.addAll(
                        await(admin.describeAcls(KafkaRights.of(account)).values())));
        return known.containsAll(KafkaRights.all());
    }

    private static Stream<NewTopic> wanted() {
        Stream<NewTopic> facts = EventCatalogue.topics().stream()
                .map(name -> topic(name, PARTITIONS, HAPPENINGS.contains(name) ? OF_HAPPENINGS : OF_FACTS));
        return Stream.concat(facts, Stream.of(topic(HostTopics.OBSERVED, PARTITIONS_OF_REPORTS, OF_REPORTS)));
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }

    private Admin admin() {
        Map<String, Object> settings = new HashMap<>(access.settings());
        settings.putAll(Map.of(
                "default.api.timeout.ms", "20000",
                "request.timeout.ms", "10000",
                "reconnect.backoff.ms", "50",
                "reconnect.backoff.max.ms", "200"));
        return Admin.create(settings);
    }

    static <T> T await(KafkaFuture<T> future) {
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
