package io.skyholm.hosts;

import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.TimeLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/** Hands on what hosts report, once it is certain that it was they who did: a host speaks for itself alone. */
@ApplicationScoped
public class HostReports {

    private static final Logger LOG = Logger.getLogger(HostReports.class);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_TRY = Duration.ofSeconds(60);

    private final TenantTransaction transactions;

    HostReports(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** Applies reports in their order, in one transaction, and waits while that cannot be done. */
    public Uni<Void> receive(ConsumerRecords<String, String> records, HostKeys keys, ReportHandler handler) {
        return receive(records, keys, every -> true, handler);
    }

    /** The same for who wants some of them only: most reports are heartbeats, and to prove each costs time. */
    public Uni<Void> receive(
            ConsumerRecords<String, String> records,
            HostKeys keys,
            Predicate<HostReport> wanted,
            ReportHandler handler) {
        List<Signed> signed = StreamSupport.stream(records.spliterator(), false)
                .map(HostReports::read)
                .flatMap(Optional::stream)
                .filter(one -> wanted.test(one.report()))
                .toList();
        return signed.isEmpty() ? Uni.createFrom().voidItem() : receive(signed, keys, handler);
    }

    private Uni<Void> receive(List<Signed> signed, HostKeys keys, ReportHandler handler) {
        Set<UUID> hosts = new HashSet<>();
        signed.forEach(one -> hosts.add(one.report().hostId()));
        return TimeLimit.of(LONGEST_TRY, () -> keys.of(hosts)
                        .map(known -> signed.stream()
                                .filter(one -> one.isProved(known))
                                .map(Signed::report)
                                .toList())
                        .chain(reports -> reports.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : transactions.change(Cause.platform(), work -> handler.apply(work, reports))))
                .onFailure()
                .invoke(failure -> LOG.warnf("%d reports of hosts wait: %s", signed.size(), failure))
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    private static Optional<Signed> read(ConsumerRecord<String, String> record) {
        Header signature = record.headers().lastHeader(HostTopics.SIGNATURE);
        if (record.value() == null || signature == null) {
            return Optional.empty();
        }
        try {
            HostReport report = EventJson.read(record.value(), HostReport.class);
            return Optional.of(new Signed(report, record.value(), signature));
        } catch (MalformedEventException unreadable) {
            LOG.warnf("A report at %s:%d cannot be read: %s", record.partition(), record.offset(), unreadable);
            return Optional.empty();
        }
    }

    private record Signed(HostReport report, String text, Header signature) {

        boolean isProved(Map<UUID, String> keys) {
            String key = keys.get(report.hostId());
            return key != null && HostSignature.isBy(key, text.getBytes(StandardCharsets.UTF_8), signature.value());
        }
    }
}
