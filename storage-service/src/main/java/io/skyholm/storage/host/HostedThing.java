package io.skyholm.storage.host;

import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.reconcile.Next;
import java.time.Instant;

/** A row for what a host is to have, as far as it decides what becomes of it. */
public interface HostedThing {

    /** Whether it is to go. */
    boolean isLeaving();

    /** Whether its row says that it is what it should be. */
    boolean isReady();

    /** Whether its row says that it is not. */
    boolean hasFailed();

    HostProgress progress();

    ThingOnHost onHost();

    /** Whether its host has shown that it is what it should be. */
    default boolean isAsDesired() {
        return !progress().isStale() && onHost().isSettled() && onHost().state() == ThingState.RUNNING;
    }

    /** When it has to be looked at again, though nobody tells anything of it. */
    default Next next() {
        Instant until = progress().waitUntil();
        return until == null ? Next.DONE : Next.at(until);
    }
}
