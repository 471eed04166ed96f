package io.skyholm.network.host;

import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Observation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What hosts saw of ports, the last word on each, in columns as a statement takes them. */
record SeenPorts(Collection<Seen> last) {

    /** One port on one host. */
    record Seen(UUID host, Observation port) {}

    private record Key(UUID host, UUID port) {}

    static SeenPorts in(List<HostReport> reports) {
        Map<Key, Seen> last = new LinkedHashMap<>();
        for (HostReport report : reports) {
            for (Observation thing : report.things()) {
                if (thing.kind().equals(DesiredPort.KIND)) {
                    last.put(new Key(report.hostId(), thing.id()), new Seen(report.hostId(), thing));
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

    /** Ids, hosts, generations, states, and whether the host is done. */
    Object[] columns() {
        return new Object[] {
            last.stream().map(seen -> seen.port().id()).toArray(UUID[]::new),
            last.stream().map(Seen::host).toArray(UUID[]::new),
            last.stream().map(seen -> seen.port().generation()).toArray(Long[]::new),
            last.stream().map(seen -> seen.port().state().name()).toArray(String[]::new),
            last.stream().map(seen -> seen.port().settled()).toArray(Boolean[]::new)
        };
    }
}
