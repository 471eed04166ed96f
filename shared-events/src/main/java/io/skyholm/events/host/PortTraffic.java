package io.skyholm.events.host;

import java.time.Instant;

/**
 * What a port has carried, as its instance sees it. The counters only grow; whoever sets them back to zero, as a restart may,
 * counts since another time.
 *
 * @param countedSince when both counters were zero
 */
public record PortTraffic(Instant countedSince, long receivedBytes, long sentBytes) {

    public PortTraffic {
        ReportRules.isTime("countedSince", countedSince);
    }
}
