package io.skyholm.agent.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what hosts have signed, of one host or of many. */
public final class ReportSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportSender.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Map<String, Object> FRUGAL = Map.of(
            "acks", "all",
            "linger.ms", "2",
            "max.block.ms", "5000",
            "delivery.timeout.ms", "60000",
            "request.timeout.ms", "15000",
            "reconnect.backoff.max.ms", "5000",
            "metric.reporters", "",
            "enable.metrics.push", "false");

    private final Producer<String, byte[]> producer;

    /** The connection says where Kafka is and who we are there; so many bytes may wait for it. */
    public ReportSender(Map<String, Object> connection, int waitingBytes) {
        Map<String, Object> settings = new HashMap<>(FRUGAL);
        settings.put("buffer.memory", Integer.toString(waitingBytes));
        settings.putAll(connection);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends it soon; never fails. */
    void send(ProducerRecord<String, byte[]> report) {
        try {
            Future<RecordMetadata> ignored = producer.send(report, (place, failure) -> {
                if (failure != null) {
                    LOG.warn("A report of {} was not heard: {}", report.key(), failure.toString());
                }
            });
        } catch (KafkaException | IllegalStateException failure) {
            LOG.warn("A report of {} could not be sent: {}", report.key(), failure.toString());
        }
    }

    @Override
    public void close() {
        producer.close(FAREWELL);
    }
}
