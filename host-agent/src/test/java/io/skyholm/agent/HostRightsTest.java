package io.skyholm.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.testing.KafkaHost;
import io.skyholm.events.host.HostTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a host may do in Kafka, and what it may not though somebody has taken it over. */
class HostRightsTest {

    private static final long SECONDS = 60;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final String FACTS = "identity.user";

    private final KafkaHost host = KafkaHost.make();
    private final KafkaHost other = KafkaHost.make();

    HostRightsTest() throws Exception {}

    @AfterEach
    void end() {
        host.close();
        other.close();
    }

    @Test
    void itReadsItsOwnTopicAndReports() throws Exception {
        read(host.membership().desiredTopic());
        write(HostTopics.OBSERVED);
    }

    @Test
    void itReadsNoOther() {
        refused(() -> keepReading(other.membership().desiredTopic()));
        refused(() -> keepReading(FACTS));
        refused(() -> keepReading(HostTopics.OBSERVED));
    }

    @Test
    void itWritesNoDesiredStatesAndNoFacts() {
        refused(() -> write(host.membership().desiredTopic()));
        refused(() -> write(other.membership().desiredTopic()));
        refused(() -> write(FACTS));
    }

    @Test
    void itMakesAndDeletesNoTopics() {
        try (Admin admin = Admin.create(connection())) {
            refused(() -> admin.createTopics(Set.of(new NewTopic("mine", 1, (short) 1)))
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS));
            refused(() -> admin.deleteTopics(Set.of(host.membership().desiredTopic()))
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS));
        }
    }

    @Test
    void itSeesNoTopicsButItsOwn() throws Exception {
        try (Admin admin = Admin.create(connection())) {
            assertThat(admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS))
                    .containsExactlyInAnyOrder(host.membership().desiredTopic(), HostTopics.OBSERVED);
        }
    }

    @Test
    void itGivesItselfNoRightsAndNoPasswords() {
        try (Admin admin = Admin.create(connection())) {
            refused(() -> admin.describeAcls(AclBindingFilter.ANY).values().get(SECONDS, TimeUnit.SECONDS));
            refused(() -> admin.describeUserScramCredentials().all().get(SECONDS, TimeUnit.SECONDS));
        }
    }

    @Test
    void itJoinsNoGroup() {
        Map<String, Object> settings = new HashMap<>(connection());
        settings.put("group.id", "audit-events");
        assertThatThrownBy(() -> {
                    try (KafkaConsumer<String, String> consumer =
                            new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                        consumer.subscribe(List.of(host.membership().desiredTopic()));
                        consumer.poll(Duration.ofSeconds(SECONDS));
                    }
                })
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void whoIsNotKnownIsNobody() {
        Map<String, Object> settings = new HashMap<>(connection());
        settings.put(
                "sasl.jaas.config",
                String.valueOf(settings.get("sasl.jaas.config"))
                        .replaceFirst("password=\"[^\"]*\"", "password=\"guess\""));
        try (Admin admin = Admin.create(settings)) {
            assertThatThrownBy(() -> admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private Map<String, Object> connection() {
        return host.membership().kafka().connection();
    }

    private void read(String topic) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(connection(), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition place = new TopicPartition(topic, 0);
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            consumer.position(place);
            consumer.poll(POLL);
        }
    }

    /** A refusal comes with the answer to a fetch, which no single poll waits for. */
    private void keepReading(String topic) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(connection(), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition place = new TopicPartition(topic, 0);
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            for (int attempt = 0; attempt < SECONDS; attempt++) {
                consumer.poll(POLL);
            }
        }
    }

    private void write(String topic) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(connection(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get(SECONDS, TimeUnit.SECONDS);
        }
    }

    private interface Attempt {
        void make() throws Exception;
    }

    private static void refused(Attempt attempt) {
        assertThatThrownBy(attempt::make)
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isInstanceOf(AuthorizationException.class),
                        failure -> assertThat(failure).hasCauseInstanceOf(AuthorizationException.class));
    }
}
