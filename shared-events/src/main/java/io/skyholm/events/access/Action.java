package io.skyholm.events.access;

/** What may be done with a resource. */
public enum Action {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    /** Decide what its owner may not: limits, standing, corrections, other people's affairs. */
    MANAGE,
    /** Make it act: start, stop, run, retry, cancel. */
    EXECUTE
}
