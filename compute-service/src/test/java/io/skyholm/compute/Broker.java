package io.skyholm.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.suite.TestPlatform;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Brings records to the real Kafka, in their order. */
public final class Broker {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Broker() {}

    /** Returns when Kafka has all of them. */
    public static void tell(List<ProducerRecord<String, String>> records) {
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            assertThat(records.stream().map(producer::send))
                    .allSatisfy(sent -> assertThat(sent).succeedsWithin(SOON));
        }
    }

    /** How a client of the platform's own comes in. */
    public static Map<String, Object> settings() {
        return settings(TestPlatform.with("kafka").environmentOf("compute"));
    }

    static Map<String, Object> settings(Map<String, String> environment) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", environment.getOrDefault("SKYHOLM_KAFKA", ""));
        String user = environment.getOrDefault("SKYHOLM_KAFKA_USER", "");
        if (!user.isEmpty()) {
            settings.put("security.protocol", "SASL_PLAINTEXT");
            settings.put("sasl.mechanism", "PLAIN");
            settings.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                            .formatted(user, environment.getOrDefault("SKYHOLM_KAFKA_PASSWORD", "")));
        }
        return settings;
    }
}
