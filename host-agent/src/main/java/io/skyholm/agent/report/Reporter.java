package io.skyholm.agent.report;

import io.skyholm.agent.hypervisor.HostLoad;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostText;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Speaks for one host. */
public record Reporter(UUID hostId, Reports reports, Clock clock) {

    /** So many things fit into one report by far. */
    private static final int THINGS = 500;

    /** What just changed. */
    public void changed(Observation change) {
        reports.tell(new Observed(hostId, clock.instant(), List.of(change)));
    }

    /** Everything there is. */
    public void inventory(List<Observation> things) {
        Instant now = clock.instant();
        int parts = Math.max(1, Math.ceilDiv(things.size(), THINGS));
        Map<ThingKind, Integer> counts = things.stream()
                .filter(Observation::exists)
                .collect(Collectors.toMap(Observation::kind, thing -> 1, Integer::sum));
        for (int part = 1; part <= parts; part++) {
            List<Observation> some = things.subList((part - 1) * THINGS, Math.min(part * THINGS, things.size()));
            reports.tell(new Inventory(hostId, now, part, parts, counts, some));
        }
    }

    /** That the host is alive, and how it is. */
    public void alive(String agentVersion, HostLoad load) {
        reports.tell(new Heartbeat(
                hostId,
                clock.instant(),
                agentVersion,
                load.cpuPercent(),
                load.memoryPercent(),
                load.diskPercent(),
                load.critical(),
                load.warnings().stream().map(HostText::cut).toList()));
    }
}
