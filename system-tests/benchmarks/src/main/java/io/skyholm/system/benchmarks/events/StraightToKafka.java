package io.skyholm.system.benchmarks.events;

import io.skyholm.system.benchmarks.measure.BenchSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** The floor of the burst: a producer that has nothing to do with a database. */
final class StraightToKafka {

    private final BenchSuite suite;

    StraightToKafka(BenchSuite suite) {
        this.suite = suite;
    }

    /** Events per second until all are acknowledged. */
    double run(int events, String payload) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = suite.kafka(Map.of("acks", "all"));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            long begin = System.nanoTime();
            List<Future<RecordMetadata>> sent = new ArrayList<>(events);
            for (int i = 0; i < events; i++) {
                String key = UUID.randomUUID().toString();
                sent.add(producer.send(new ProducerRecord<>("identity.tenant", key, payload)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            return events / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
