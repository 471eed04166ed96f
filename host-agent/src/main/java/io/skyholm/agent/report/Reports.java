package io.skyholm.agent.report;

import io.skyholm.events.host.HostReport;

/** Where a host says what it is. What is not heard is made good by the next inventory. */
@FunctionalInterface
public interface Reports {

    /** Says it soon; never fails. */
    void tell(HostReport report);
}
