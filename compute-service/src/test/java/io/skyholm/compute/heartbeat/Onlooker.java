package io.skyholm.compute.heartbeat;

import io.skyholm.events.host.HostReport;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A room that keeps what it is told of hosts. */
@Singleton
class Onlooker implements HostWatcher {

    private final Queue<HostReport> reports = new ConcurrentLinkedQueue<>();

    @Override
    public Uni<Void> saw(Work work, HostReport report) {
        return work.query("select 1").invoke(() -> reports.add(report)).replaceWithVoid();
    }

    List<HostReport> of(UUID host) {
        return reports.stream().filter(report -> report.hostId().equals(host)).toList();
    }
}
