package io.skyholm.hosts;

import io.skyholm.events.host.HostReport;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a service does with the reports of one transaction. */
@FunctionalInterface
public interface ReportHandler {

    /**
     * Notes what hosts saw, in their order, and wakes who waits for it; a report may come again, and one of an older
     * generation says nothing about a newer desired state.
     */
    Uni<Void> apply(Work work, List<HostReport> reports);
}
