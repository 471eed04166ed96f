package io.skyholm.agent.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.join.Membership;
import io.skyholm.agent.join.Membership.KafkaAccount;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.local.BoundedWait;
import io.skyholm.local.suite.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A host as the platform makes it in Kafka when it joins, and the platform's end of what they say to each other. */
public final class KafkaHost implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int ITERATIONS = 4096;

    private final Membership membership;
    private final KafkaProducer<String, @Nullable String> desiredStates;
    private final KafkaConsumer<String, String> reports;
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();

    private KafkaHost(Membership membership) {
        this.membership = membership;
        this.desiredStates = new KafkaProducer<>(platform(), new StringSerializer(), new StringSerializer());
        this.reports = new KafkaConsumer<>(platform(), new StringDeserializer(), new StringDeserializer());
        reports.assign(reports.partitionsFor(HostTopics.OBSERVED).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        reports.seekToBeginning(reports.assignment());
    }

    /** A new host with its topic, its credentials and its rules. */
    public static KafkaHost make() throws Exception {
        UUID id = UUID.randomUUID();
        String user = "host-" + id;
        String password = UUID.randomUUID().toString();
        String topic = HostTopics.desired(id);
        try (Admin admin = Admin.create(platform())) {
            admin.createTopics(Set.of(new NewTopic(topic, 1, (short) 1).configs(HostTopics.DESIRED_SETTINGS)))
                    .all()
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, ITERATIONS), password)))
                    .all()
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
            admin.createAcls(List.of(
                            allow(user, topic, AclOperation.READ),
                            allow(user, topic, AclOperation.DESCRIBE),
                            allow(user, HostTopics.OBSERVED, AclOperation.WRITE),
                            allow(user, HostTopics.OBSERVED, AclOperation.DESCRIBE)))
                    .all()
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
        KafkaAccount account =
                new KafkaAccount(String.valueOf(platform().get("bootstrap.servers")), "SASL_PLAINTEXT", user, password);
        awaitAdmission(account, topic);
        return new KafkaHost(new Membership(id, account, topic, HostTopics.OBSERVED, 1, 1, null, null));
    }

    /**
     * Kafka's controller answers before its broker has followed: an agent that starts meanwhile is refused as unknown, and a
     * test that starts one agent, and not again and again as a host does, would hear nothing of it.
     */
    private static void awaitAdmission(KafkaAccount account, String topic) {
        assertThat(BoundedWait.waitUntil(() -> sees(account, Set.of(topic, HostTopics.OBSERVED)), SOON))
                .as("Kafka lets %s in", account)
                .isTrue();
    }

    private static boolean sees(KafkaAccount account, Set<String> topics) {
        try (Admin host = Admin.create(account.connection())) {
            return host.listTopics()
                    .names()
                    .get(SOON.toSeconds(), TimeUnit.SECONDS)
                    .containsAll(topics);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof AuthenticationException) {
                return false;
            }
            throw new IllegalStateException(failure);
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public Membership membership() {
        return membership;
    }

    public void tell(DesiredState desired) {
        send(desired, EventJson.write(desired));
    }

    /** Takes back everything up to this desired state. */
    public void withdraw(DesiredState last) {
        send(last, null);
    }

    /** The first observation of this kind that the host reports, in whichever report. */
    public Observation observation(Predicate<Observation> wanted) {
        return report(
                report -> things(report).anyMatch(wanted),
                report -> things(report).filter(wanted).findFirst().orElseThrow());
    }

    /** The whole record of the first report of this kind. */
    public ConsumerRecord<String, String> record(Predicate<HostReport> wanted) {
        assertThat(BoundedWait.waitUntil(
                        () -> {
                            listen();
                            return heard.stream().anyMatch(one -> wanted.test(read(one)));
                        },
                        SOON))
                .as("heard so far: %s", heard)
                .isTrue();
        return heard.stream().filter(one -> wanted.test(read(one))).findFirst().orElseThrow();
    }

    /** Every observation that was heard so far. */
    public List<Observation> observations() {
        return heard.stream().map(KafkaHost::read).flatMap(KafkaHost::things).toList();
    }

    /** Forgets what was reported so far. */
    public void forget() {
        listen();
        heard.clear();
    }

    @Override
    public void close() {
        desiredStates.close();
        reports.close();
    }

    /** What a client of Kafka is told that acts for the platform. */
    public static Map<String, Object> platform() {
        return TestPlatform.with("kafka").kafkaSettings();
    }

    private <T> T report(Predicate<HostReport> wanted, Function<HostReport, T> part) {
        return part.apply(read(record(wanted)));
    }

    private void listen() {
        reports.poll(POLL).forEach(record -> {
            if (record.key().equals(membership.machineId().toString())) {
                heard.add(record);
            }
        });
    }

    private static HostReport read(ConsumerRecord<String, String> record) {
        return EventJson.read(record.value(), HostReport.class);
    }

    private static Stream<Observation> things(HostReport report) {
        return switch (report) {
            case Observed observed -> observed.things().stream();
            case Inventory inventory -> inventory.things().stream();
            default -> Stream.empty();
        };
    }

    private void send(DesiredState desired, @Nullable String text) {
        ProducerRecord<String, @Nullable String> record =
                new ProducerRecord<>(membership.desiredTopic(), desired.key().text(), text);
        record.headers()
                .add(
                        EventHeader.GENERATION.key(),
                        Long.toString(desired.generation()).getBytes(StandardCharsets.UTF_8));
        assertThat(desiredStates.send(record)).succeedsWithin(SOON);
    }

    private static AclBinding allow(String user, String topic, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }
}
