package io.skyholm.agent.report;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One host's reports on the topic that the platform reads, each with the host's own signature, whoever sends it. */
public record KafkaReports(ReportSender sender, String topic, Signer signer) implements Reports {

    @Override
    public void tell(HostReport report) {
        byte[] text = EventJson.write(report).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> told =
                new ProducerRecord<>(topic, report.hostId().toString(), text);
        told.headers().add(HostTopics.SIGNATURE, Base64.getEncoder().encode(signer.sign(text)));
        sender.send(told);
    }
}
