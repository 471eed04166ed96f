package io.skyholm.hosts;

import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A report as it came: by its key from that host, and not read before that host's signature over its bytes is proved, since
 * anybody who may write to the topic could have written it.
 */
record SignedReport(UUID host, String text, Header signature) {

    /** Empty for a record that names no host, or has nothing to prove or to be proved by. */
    static Optional<SignedReport> of(ConsumerRecord<String, String> record) {
        Header signature = record.headers().lastHeader(HostTopics.SIGNATURE);
        if (record.key() == null || record.value() == null || signature == null || signature.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SignedReport(UUID.fromString(record.key()), record.value(), signature));
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }

    /** Whether that host's agent signed it. */
    boolean isProved(Map<UUID, String> keys) {
        String key = keys.get(host);
        return key != null && HostSignature.isBy(key, text.getBytes(StandardCharsets.UTF_8), signature.value());
    }

    /** What it says; a host reports nothing of another. */
    HostReport read() {
        HostReport report = EventJson.read(text, HostReport.class);
        if (!report.hostId().equals(host)) {
            throw new MalformedEventException("A report of " + report.hostId() + " by " + host);
        }
        return report;
    }
}
