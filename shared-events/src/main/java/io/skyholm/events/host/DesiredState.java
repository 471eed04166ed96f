package io.skyholm.events.host;

/**
 * The whole of what a thing on a host shall be. It stays on the host's topic until the desired state is that the thing be
 * absent, the host has shown that it is, and its owner withdraws the desired state.
 */
public interface DesiredState {

    /** Which thing. */
    ThingKey key();

    /** Counts the desired states of this thing; a report with an older generation says nothing about this one. */
    long generation();

    /** Whether the thing shall be there at all. */
    boolean present();
}
