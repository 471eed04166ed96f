package io.skyholm.hosts;

/**
 * How the generations of a thing's desired state follow each other. They count on across hosts, and one is left out whenever
 * the thing goes to another host: a host that it comes back to may have been told that one as the absence of an orphan, and
 * would take a desired state with the same number for an old one.
 */
final class DesiredGeneration {

    /** How much newer the absence of an orphan is than what was told last. */
    static final long OF_ORPHAN = 1;

    private DesiredGeneration() {}

    /** The next one on the same host. */
    static long next(long last) {
        return last + 1;
    }

    /** The first one on another host; one that no host was told of begins at 1. */
    static long onAnotherHost(long last) {
        return last == 0 ? 1 : next(last + OF_ORPHAN);
    }
}
