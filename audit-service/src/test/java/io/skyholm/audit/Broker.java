package io.skyholm.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.suite.TestPlatform;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Brings events to the real Kafka, in their order. */
public final class Broker {

    private static final Duration SOON = Duration.ofSeconds(10);

    private Broker() {}

    /** Returns when Kafka has all of them. */
    public static void tell(Told... events) {
        tell(Stream.of(events).map(Told::record).toList());
    }

    /** Returns when Kafka has the record, whatever it is. */
    public static void tell(ProducerRecord<String, String> record) {
        tell(List.of(record));
    }

    private static void tell(List<ProducerRecord<String, String>> records) {
        try (Producer<String, String> producer =
                new KafkaProducer<>(configuration(), new StringSerializer(), new StringSerializer())) {
            assertThat(records.stream().map(producer::send))
                    .allSatisfy(sent -> assertThat(sent).succeedsWithin(SOON));
        }
    }

    private static Map<String, Object> configuration() {
        Map<String, Object> configuration =
                new HashMap<>(TestPlatform.with("kafka").kafkaSettings());
        configuration.put("acks", "all");
        return configuration;
    }
}
