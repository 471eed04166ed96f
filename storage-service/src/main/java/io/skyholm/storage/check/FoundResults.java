package io.skyholm.storage.check;

import io.skyholm.events.host.CheckResult;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostText;
import io.skyholm.events.host.Observation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What hosts have found, in columns as a statement takes them: once for each run of a check. */
record FoundResults(Collection<Found> all) {

    private record Key(UUID disk, UUID host, long run) {}

    private record Found(Key key, CheckResult result) {

        /** A line for each; what hosts say has no other bounds than those of a report. */
        String findings() {
            return result.findings().stream()
                    .map(finding -> HostText.cut(finding.strip().replaceAll("\\s+", " ")))
                    .filter(finding -> !finding.isEmpty())
                    .collect(Collectors.joining("\n"));
        }
    }

    static FoundResults in(List<HostReport> reports) {
        Map<Key, Found> all = new LinkedHashMap<>();
        for (HostReport report : reports) {
            for (Observation thing : report.things()) {
                CheckResult result = thing.check();
                if (thing.kind().equals(DesiredDiskCheck.KIND) && result != null) {
                    Key key = new Key(thing.id(), report.hostId(), thing.builds());
                    all.put(key, new Found(key, result));
                }
            }
        }
        return new FoundResults(all.values());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Disks, hosts, runs, outcomes, findings. */
    Object[] columns() {
        return new Object[] {
            each(found -> found.key().disk()).toArray(UUID[]::new),
            each(found -> found.key().host()).toArray(UUID[]::new),
            each(found -> found.key().run()).toArray(Long[]::new),
            each(found -> found.result().outcome().name()).toArray(String[]::new),
            each(Found::findings).toArray(String[]::new)
        };
    }

    private <T> Stream<T> each(Function<Found, T> part) {
        return all.stream().map(part);
    }
}
