package io.skyholm.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.host.HostTopics;
import io.skyholm.local.Services;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.TestPlatform;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Kafka lets the platform's own accounts do what they need, and nothing else. */
class KafkaRightsTest {

    private static final int SECONDS = 30;

    private final Suite suite = TestPlatform.with("kafka").suite();

    @Test
    void servicesWriteNoFactsAndNoReports() {
        for (String service : Services.ALL) {
            for (String topic : List.of("identity.tenant", "compute.instance", "audit.call", HostTopics.OBSERVED)) {
                assertThatThrownBy(() -> write(service, topic))
                        .as("%s on %s", service, topic)
                        .hasCauseInstanceOf(AuthorizationException.class);
            }
        }
    }

    /** A record without a value is passed over by everybody who reads the topic. */
    @Test
    void connectWritesFactsAndDesiredStates() throws Exception {
        String desired = HostTopics.desired(UUID.randomUUID());
        try (Admin admin = Admin.create(suite.kafkaSettings())) {
            admin.createTopics(List.of(new NewTopic(desired, Optional.of(1), Optional.empty())))
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS);
            write(KafkaRights.CONNECT, "identity.tenant");
            write(KafkaRights.CONNECT, desired);
            assertThatThrownBy(() -> write(KafkaRights.CONNECT, HostTopics.OBSERVED))
                    .hasCauseInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> write("compute", desired)).hasCauseInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> read("compute", desired)).isInstanceOf(AuthorizationException.class);
            admin.deleteTopics(List.of(desired)).all().get(SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void servicesReadFactsAndThoseWithThingsOnHostsTheirReports() {
        read("network", "identity.tenant");
        read("audit", "compute.instance");
        read("compute", HostTopics.OBSERVED);
        assertThatThrownBy(() -> read("audit", HostTopics.OBSERVED)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> read("identity", "_connect_configs")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void onlyComputeMakesAccountsOfHosts() {
        assertThat(KafkaRights.all())
                .filteredOn(rule -> rule.pattern().resourceType().name().equals("CLUSTER"))
                .allSatisfy(rule -> assertThat(rule.entry().principal()).isEqualTo("User:compute"));
    }

    private void write(String account, String topic) throws Exception {
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings(account), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, UUID.randomUUID().toString(), null))
                    .get(SECONDS, TimeUnit.SECONDS);
        }
    }

    private void read(String account, String topic) {
        TopicPartition place = new TopicPartition(topic, 0);
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings(account), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(place));
            assertThat(consumer.endOffsets(List.of(place), Duration.ofSeconds(SECONDS)))
                    .containsKey(place);
            consumer.seekToBeginning(List.of(place));
            consumer.poll(Duration.ofMillis(200));
        }
    }

    private Map<String, Object> settings(String account) {
        return new HashMap<>(new KafkaAccess(suite.site()).settings(account));
    }
}
