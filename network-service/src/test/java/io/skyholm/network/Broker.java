package io.skyholm.network;

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
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells what other services would, by the real Kafka. */
public final class Broker {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Broker() {}

    /** Returns when Kafka has the fact. */
    public static <F extends Fact> void tell(EventType<F> type, F fact) {
        EventHeaders headers = new EventHeaders(
                UUID.randomUUID(),
                type.name(),
                "/compute",
                fact.id().toString(),
                Instant.now(),
                fact.tenantId(),
                fact.generation(),
                UUID.randomUUID().toString(),
                null,
                Actor.PLATFORM);
        ProducerRecord<String, String> record =
                new ProducerRecord<>(type.topic(), fact.id().toString(), EventJson.write(fact));
        headers.toMap().forEach((key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
        tell(record);
    }

    /** Returns when Kafka has the record, whatever it is. */
    public static void tell(ProducerRecord<String, String> record) {
        Map<String, Object> settings = new HashMap<>(settings());
        settings.put("acks", "all");
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThat(producer.send(record)).succeedsWithin(SOON);
        }
    }

    static Map<String, Object> settings() {
        return TestPlatform.with("kafka").kafkaSettings();
    }
}
