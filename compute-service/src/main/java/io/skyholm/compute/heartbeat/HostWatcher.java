package io.skyholm.compute.heartbeat;

import io.skyholm.events.host.HostReport;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;

/** A room that wants to know what hosts see: every such bean is told of every report but heartbeats. */
public interface HostWatcher {

    /**
     * Notes what a host observed, in the transaction that the report is received in; reports come in their host's order,
     * and may come again.
     */
    Uni<Void> saw(Work work, HostReport report);
}
