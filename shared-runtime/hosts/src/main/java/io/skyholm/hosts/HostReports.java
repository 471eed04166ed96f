package io.skyholm.hosts;

import io.skyholm.events.MalformedEventException;
import io.skyholm.events.host.HostReport;
import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.TimeLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Hands on what hosts report, once it is certain that it was they who did: a host speaks for itself alone. While the database
 * is away it waits; a report that cannot be read or applied is skipped, so that no host holds up the reports of others. Of a
 * host that sends many of those nothing is read for a while.
 */
@ApplicationScoped
public class HostReports {

    private static final Logger LOG = Logger.getLogger(HostReports.class);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_TRY = Duration.ofSeconds(60);
    private static final int MOST_TRIES = 3;

    private final TenantTransaction transactions;
    private final SkippedReports skipped;
    private final HostQuarantine quarantine;

    HostReports(TenantTransaction transactions, SkippedReports skipped, HostQuarantine quarantine) {
        this.transactions = transactions;
        this.skipped = skipped;
        this.quarantine = quarantine;
    }

    /** Applies reports in their order, in one transaction if it can. */
    public Uni<Void> receive(ConsumerRecords<String, String> records, HostKeys keys, ReportHandler handler) {
        return receive(records, keys, every -> true, handler);
    }

    /**
     * The same for who wants some of them only: most reports are heartbeats, and to prove each costs time.
     *
     * @param isWorthProving says of a report's text, whoever wrote it, whether it can be one of those
     */
    public Uni<Void> receive(
            ConsumerRecords<String, String> records,
            HostKeys keys,
            Predicate<String> isWorthProving,
            ReportHandler handler) {
        List<SignedReport> signed = StreamSupport.stream(records.spliterator(), false)
                .map(SignedReport::of)
                .flatMap(Optional::stream)
                .filter(this::isHeard)
                .filter(one -> isWorthProving.test(one.text()))
                .toList();
        return signed.isEmpty()
                ? Uni.createFrom().voidItem()
                : proved(signed, keys).chain(reports -> untilDone(reports.size(), apply(reports, handler)));
    }

    private boolean isHeard(SignedReport report) {
        boolean heard = !quarantine.holds(report.host());
        if (!heard) {
            skipped.quarantined();
        }
        return heard;
    }

    private Uni<List<HostReport>> proved(List<SignedReport> signed, HostKeys keys) {
        Set<UUID> hosts = signed.stream().map(SignedReport::host).collect(Collectors.toSet());
        return untilDone(signed.size(), TimeLimit.of(LONGEST_TRY, () -> keys.of(hosts)))
                .map(known -> proved(signed, known));
    }

    private List<HostReport> proved(List<SignedReport> signed, Map<UUID, String> keys) {
        List<SignedReport> proved =
                signed.stream().filter(one -> one.isProved(keys)).toList();
        skipped.unproved(signed.size() - proved.size());
        return proved.stream().map(this::read).flatMap(Optional::stream).toList();
    }

    private Optional<HostReport> read(SignedReport proved) {
        try {
            return Optional.of(proved.read());
        } catch (MalformedEventException unreadable) {
            skipped.unreadable(proved.host(), unreadable);
            quarantine.noteBad(proved.host());
            return Optional.empty();
        }
    }

    private Uni<Void> apply(List<HostReport> reports, ReportHandler handler) {
        return together(reports, handler)
                .onFailure(failure -> !DatabaseProblems.isAway(failure))
                .recoverWithUni(failure -> Sequentially.of(reports, report -> orSkip(report, handler))
                        .replaceWithVoid());
    }

    private Uni<Void> orSkip(HostReport report, ReportHandler handler) {
        return together(List.of(report), handler)
                .onFailure(HostReports::mayPass)
                .retry()
                .withBackOff(SHORTEST_WAIT)
                .atMost(MOST_TRIES)
                .onFailure(failure -> !DatabaseProblems.isAway(failure))
                .recoverWithUni(failure -> {
                    skipped.refused(report.hostId(), failure);
                    if (DatabaseProblems.isOfTheData(failure)) {
                        quarantine.noteBad(report.hostId());
                    }
                    return Uni.createFrom().voidItem();
                });
    }

    /** A value that cannot be stored today cannot be stored tomorrow, and a host must not win time by sending many of them. */
    private static boolean mayPass(Throwable failure) {
        return !DatabaseProblems.isAway(failure) && !DatabaseProblems.isOfTheData(failure);
    }

    private Uni<Void> together(List<HostReport> reports, ReportHandler handler) {
        return reports.isEmpty()
                ? Uni.createFrom().voidItem()
                : TimeLimit.of(
                        LONGEST_TRY, () -> transactions.change(Cause.platform(), work -> handler.apply(work, reports)));
    }

    private static <T> Uni<T> untilDone(int howMany, Uni<T> work) {
        return work.onFailure()
                .invoke(failure -> LOG.warnf("%d reports of hosts wait: %s", howMany, failure))
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }
}
