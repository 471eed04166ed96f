package io.skyholm.hosts;

import io.skyholm.events.host.DesiredState;
import java.util.UUID;

/**
 * A thing on a host on which it should not be. A record of each kind implements it: its other components are columns of the
 * thing's row, by name, as far as the absence of such a thing has to say them.
 */
public interface Orphan {

    /** The thing. */
    UUID id();

    /** The host that still has it, or has just shown that it is gone. */
    UUID host();

    /** Newer than whatever that host was told of the thing, and the same each time. */
    long generation();

    /** What the host is told, with this generation. */
    DesiredState absence();
}
