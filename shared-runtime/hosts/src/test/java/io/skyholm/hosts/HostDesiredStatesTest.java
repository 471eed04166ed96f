package io.skyholm.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.PortSettings;
import io.skyholm.local.BoundedWait;
import io.skyholm.local.suite.TestPlatform;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** Desired states on their whole way: from a transaction through the outbox and Connect to the topic of a host. */
@QuarkusTest
class HostDesiredStatesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    @Inject
    HostDesiredStates states;

    @Inject
    TenantTransaction transactions;

    private final UUID host = UUID.randomUUID();
    private final DesiredPort desired = new DesiredPort(
            UUID.randomUUID(),
            7,
            true,
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "02:00:00:00:00:01",
            null,
            1,
            List.of("10.64.0.2/16"),
            List.of("10.64.0.1"),
            List.of(),
            List.of(),
            PortSettings.NONE,
            null,
            List.of());

    @Test
    void aDesiredStateReachesItsHostAndAWithdrawnOneLeavesATombstone() throws Exception {
        makeTopic();
        commit(work -> states.tell(work, host, desired));
        commit(work -> states.withdraw(work, host, desired.key(), 8));

        List<ConsumerRecord<String, String>> told = told(2);
        assertThat(told).extracting(ConsumerRecord::key).containsOnly("port/" + desired.id());
        assertThat(EventJson.read(told.getFirst().value(), DesiredPort.class)).isEqualTo(desired);
        assertThat(told.getLast().value()).isNull();
        assertThat(told).extracting(HostDesiredStatesTest::generation).containsExactly("7", "8");
    }

    @Test
    void aTopicThatNobodyMadeHoldsUpNobody() {
        commit(work -> states.tell(work, host, desired));

        assertThat(told(1)).hasSize(1);
    }

    @Test
    void whatIsTooLargeForATopicIsRefusedWithItsTransaction() {
        List<String> many = Collections.nCopies(60_000, "2001:db8::1:2:3/128");
        DesiredPort large = new DesiredPort(
                desired.id(),
                9,
                true,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "02:00:00:00:00:01",
                null,
                1,
                many,
                List.of(),
                List.of(),
                List.of(),
                PortSettings.NONE,
                null,
                List.of());
        assertThatThrownBy(() -> commit(work -> states.tell(work, host, large))).hasMessageContaining("too large");

        commit(work -> states.tell(work, host, desired));
        assertThat(told(1)).extracting(HostDesiredStatesTest::generation).containsExactly("7");
    }

    private void commit(Consumer<Work> change) {
        Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> {
            change.accept(work);
            return Uni.createFrom().voidItem();
        }));
    }

    private void makeTopic() throws Exception {
        try (Admin admin = Admin.create(platform())) {
            NewTopic topic = new NewTopic(HostTopics.desired(host), 1, (short) 1).configs(HostTopics.DESIRED_SETTINGS);
            admin.createTopics(Set.of(topic)).all().get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private List<ConsumerRecord<String, String>> told(int howMany) {
        Map<String, Object> settings = new HashMap<>(platform());
        List<ConsumerRecord<String, String>> told = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            Set<TopicPartition> topic = Set.of(new TopicPartition(HostTopics.desired(host), 0));
            consumer.assign(topic);
            consumer.seekToBeginning(topic);
            assertThat(BoundedWait.waitUntil(
                            () -> {
                                consumer.poll(POLL).forEach(told::add);
                                return told.size() >= howMany;
                            },
                            SOON))
                    .isTrue();
        }
        return told;
    }

    private static String generation(ConsumerRecord<String, String> record) {
        Header generation = record.headers().lastHeader(EventHeader.GENERATION.key());
        return new String(generation.value(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> platform() {
        return TestPlatform.with("kafka").kafkaSettings();
    }
}
