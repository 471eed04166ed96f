package io.skyholm.storage.host;

import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.ThingOnHost;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row for what a host is to have, as far as it decides what becomes of it. */
public interface HostedThing {

    /** Whether it is to go. */
    boolean isLeaving();

    /** Whether its row says that it is what it should be. */
    boolean isReady();

    /** Whether its row says that it is not. */
    boolean hasFailed();

    /** What its row says of that for a person. */
    @Nullable String statusReason();

    /** Whether its host is still to be told what it is to be. */
    boolean isStale();

    /** When its host has taken too long; null where nothing is waited for, or that is known already. */
    @Nullable Instant waitUntil();

    ThingOnHost onHost();

    /** Whether its host has shown that it is what it should be. */
    default boolean isAsDesired() {
        return !isStale() && onHost().isSettled() && onHost().state() == ThingState.RUNNING;
    }
}
