package io.skyholm.agent.report;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
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

/** Reports on the topic that the platform reads, each with its signature. */
public final class KafkaReports implements Reports {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaReports.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Map<String, Object> FRUGAL = Map.of(
            "acks", "all",
            "linger.ms", "2",
            "buffer.memory", "2097152",
            "max.block.ms", "5000",
            "delivery.timeout.ms", "60000",
            "request.timeout.ms", "15000",
            "reconnect.backoff.max.ms", "5000",
            "metric.reporters", "",
            "enable.metrics.push", "false");

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final Signer signer;

    /** The connection says where Kafka is and who this host is there. */
    public KafkaReports(Map<String, Object> connection, String topic, Signer signer) {
        Map<String, Object> settings = new HashMap<>(FRUGAL);
        settings.putAll(connection);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.topic = topic;
        this.signer = signer;
    }

    @Override
    public void tell(HostReport report) {
        byte[] text = EventJson.write(report).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> told =
                new ProducerRecord<>(topic, report.hostId().toString(), text);
        told.headers().add(HostTopics.SIGNATURE, Base64.getEncoder().encode(signer.sign(text)));
        try {
            Future<RecordMetadata> ignored = producer.send(told, (place, failure) -> {
                if (failure != null) {
                    LOG.warn("A report of {} was not heard: {}", report.hostId(), failure.toString());
                }
            });
        } catch (KafkaException | IllegalStateException failure) {
            LOG.warn("A report of {} could not be sent: {}", report.hostId(), failure.toString());
        }
    }

    @Override
    public void close() {
        producer.close(FAREWELL);
    }
}
