package io.skyholm.runtime.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * Up to where a relay has confirmed the write-ahead log.
 *
 * @param since when it was first seen there with something left to read
 */
record RelayPosition(String confirmed, long behindBytes, Instant since) {

    static final RelayPosition UNKNOWN = new RelayPosition("", 0, Instant.EPOCH);

    /** As it is when it is looked at again. A relay that has read all there is does not stand still. */
    RelayPosition next(RelayPosition seen) {
        boolean standsStill = seen.confirmed.equals(confirmed) && behindBytes > 0 && seen.behindBytes > 0;
        return standsStill ? new RelayPosition(confirmed, seen.behindBytes, since) : seen;
    }

    double stillSeconds(Instant now) {
        return behindBytes == 0 ? 0 : Duration.between(since, now).toMillis() / 1e3;
    }
}
