package io.skyholm.network.traffic;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.PortTraffic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What hosts counted of ports, the most of each, in columns as a statement takes them. */
record CountedPorts(Collection<Counted> most) {

    /** What is told later than that counts in the oldest month that is still open. */
    private static final Duration LATEST = Duration.ofDays(45);

    /** Whose counters, since when, in which month. */
    private record Key(UUID port, LocalDate month, UUID host, Instant since) {}

    private record Counted(Key key, long received, long sent) {

        Counted most(Counted other) {
            return new Counted(key, Math.max(received, other.received), Math.max(sent, other.sent));
        }
    }

    /**
     * What the reports say.
     *
     * @param now the time of hosts' clocks, which is what they report
     * @param calendar makes calendar time of that: it is months of the calendar that are billed
     */
    static CountedPorts in(List<HostReport> reports, Instant now, UnaryOperator<Instant> calendar) {
        Map<Key, Counted> most = new LinkedHashMap<>();
        for (HostReport report : reports) {
            for (Observation thing : report.things()) {
                PortTraffic traffic = thing.traffic();
                if (thing.kind().equals(DesiredPort.KIND) && traffic != null && isPossible(traffic, now)) {
                    LocalDate month = month(thing.at(), now, calendar);
                    Key key = new Key(
                            thing.id(),
                            month,
                            report.hostId(),
                            traffic.countedSince().truncatedTo(MICROS));
                    most.merge(key, new Counted(key, traffic.receivedBytes(), traffic.sentBytes()), Counted::most);
                }
            }
        }
        return new CountedPorts(most.values());
    }

    /** A host whose clock or counters are broken must not keep the reports of others from being read. */
    private static boolean isPossible(PortTraffic traffic, Instant now) {
        return traffic.receivedBytes() >= 0
                && traffic.sentBytes() >= 0
                && traffic.countedSince().isAfter(Instant.EPOCH)
                && traffic.countedSince().isBefore(now.plus(LATEST));
    }

    /** That in which the host saw it; its clock may be wrong. */
    static LocalDate month(Instant seen, Instant now, UnaryOperator<Instant> calendar) {
        Instant earliest = now.minus(LATEST);
        Instant told = seen.isAfter(now) ? now : seen.isBefore(earliest) ? earliest : seen;
        return LocalDate.ofInstant(calendar.apply(told), ZoneOffset.UTC).withDayOfMonth(1);
    }

    boolean isEmpty() {
        return most.isEmpty();
    }

    /** Ports, months, hosts, beginnings, and bytes in and out. */
    Object[] columns() {
        return new Object[] {
            most.stream().map(one -> one.key().port()).toArray(UUID[]::new),
            most.stream().map(one -> one.key().month()).toArray(LocalDate[]::new),
            most.stream().map(one -> one.key().host()).toArray(UUID[]::new),
            most.stream().map(one -> one.key().since().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
            most.stream().map(Counted::received).toArray(Long[]::new),
            most.stream().map(Counted::sent).toArray(Long[]::new)
        };
    }
}
