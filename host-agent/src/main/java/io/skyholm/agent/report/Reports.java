package io.skyholm.agent.report;

import io.skyholm.events.host.HostReport;

/** Where a host says what it is. What is not heard is made good by the next inventory. */
public interface Reports extends AutoCloseable {

    /** Says it soon; never fails. */
    void tell(HostReport report);

    @Override
    void close();
}
