package io.skyholm.network.host;

import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKind;
import io.skyholm.runtime.tenant.Columns;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What hosts saw of ports, the last word on each, in columns as a statement takes them. */
record SeenPorts(Collection<Seen> last) {

    /** One port on one host. */
    record Seen(UUID host, Observation port) {

        /** An older word says nothing against a newer one, also when it comes later. */
        Seen and(Seen later) {
            boolean sameWish = later.port.generation() == port.generation();
            boolean isOlder =
                    sameWish ? later.port.at().isBefore(port.at()) : later.port.generation() < port.generation();
            return isOlder ? this : later;
        }
    }

    private record Key(UUID host, UUID port) {}

    static SeenPorts in(List<HostReport> reports) {
        Map<Key, Seen> last = new LinkedHashMap<>();
        for (HostReport report : reports) {
            for (Observation thing : report.things()) {
                if (thing.kind() == ThingKind.PORT) {
                    last.merge(new Key(report.hostId(), thing.id()), new Seen(report.hostId(), thing), Seen::and);
                }
            }
        }
        return new SeenPorts(last.values());
    }

    /** Whether a report says anything of things. */
    static boolean isOfThings(HostReport report) {
        return !report.things().isEmpty();
    }

    boolean isEmpty() {
        return last.isEmpty();
    }

    /** Ids, hosts, generations, states, whether the host is done, and when it saw that. */
    Object[] columns() {
        return new Object[] {
            last.stream().map(seen -> seen.port().id()).toArray(UUID[]::new),
            last.stream().map(Seen::host).toArray(UUID[]::new),
            last.stream().map(seen -> seen.port().generation()).toArray(Long[]::new),
            last.stream().map(seen -> seen.port().state().name()).toArray(String[]::new),
            last.stream().map(seen -> seen.port().settled()).toArray(Boolean[]::new),
            last.stream().map(seen -> Columns.parameter(seen.port().at())).toArray(OffsetDateTime[]::new)
        };
    }
}
