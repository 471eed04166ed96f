package io.skyholm.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.Actor;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.EventJson;
import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import io.skyholm.local.suite.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends to the real Kafka what other services and hosts would. */
public final class Broker {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Broker() {}

    /** Sends a fact as the service does whose it is; returns when Kafka has it. */
    public static <F extends Fact> void tell(EventType<F> type, F fact) {
        EventHeaders headers = new EventHeaders(
                UUID.randomUUID(),
                type.name(),
                "/" + type.context(),
                fact.id().toString(),
                Instant.now(),
                fact.tenantId(),
                fact.generation(),
                UUID.randomUUID().toString(),
                null,
                Actor.PLATFORM);
        tell(record(type.topic(), fact.id().toString(), headers.toMap(), EventJson.write(fact)));
    }

    /** Returns when Kafka has the record, whatever it is. */
    public static void tell(ProducerRecord<String, String> record) {
        tell(List.of(record));
    }

    /** Returns when Kafka has all of them, in their order. */
    public static void tell(List<ProducerRecord<String, String>> records) {
        assertThat(records.stream().map(Shared.PRODUCER::send))
                .allSatisfy(sent -> assertThat(sent).succeedsWithin(SOON));
    }

    /** A record with these headers. */
    public static ProducerRecord<String, String> record(
            String topic, String key, Map<String, String> headers, String payload) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, payload);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** How a client of the platform's own comes in. */
    public static Map<String, Object> settings() {
        return TestPlatform.with("kafka").kafkaSettings();
    }

    /** One for all tests of a module: a producer that is new for each record asks for everything anew. It ends with the process. */
    private static final class Shared {

        static final Producer<String, String> PRODUCER = producer();

        private static Producer<String, String> producer() {
            Map<String, Object> settings = new HashMap<>(settings());
            settings.put("acks", "all");
            return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
    }
}
