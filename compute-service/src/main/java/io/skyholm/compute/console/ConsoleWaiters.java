package io.skyholm.compute.console;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts who waits for hosts here: a tenant whose hosts are silent must not take the connections of all others. */
final class ConsoleWaiters {

    private final int most;
    private final int mostOfTenant;
    private final Map<UUID, Integer> ofTenant = new HashMap<>();
    private int all;

    ConsoleWaiters(int most, int mostOfTenant) {
        this.most = most;
        this.mostOfTenant = mostOfTenant;
    }

    /** Whether one more of that tenant may wait; who may has to leave. */
    synchronized boolean enter(UUID tenant) {
        int own = ofTenant.getOrDefault(tenant, 0);
        if (all >= most || own >= mostOfTenant) {
            return false;
        }
        all++;
        ofTenant.put(tenant, own + 1);
        return true;
    }

    synchronized void leave(UUID tenant) {
        all--;
        ofTenant.computeIfPresent(tenant, (id, own) -> own == 1 ? null : own - 1);
    }
}
