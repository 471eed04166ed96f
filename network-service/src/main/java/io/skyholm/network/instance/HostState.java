package io.skyholm.network.instance;

/** How the host stands on which an instance's ports are, or were last. */
enum HostState {
    /** It is there, or nobody knows of it. */
    IN_SERVICE,
    /** Nothing is on it any more; it may come back, and must not find a wish for a port that is another host's by then. */
    FENCED,
    /** Nothing is on it any more, and it never comes back: its topic is removed, and nothing may be written there. */
    DELETED;

    /** Whether it is certain that nothing is on it. */
    boolean isGone() {
        return this != IN_SERVICE;
    }

    /** Whether it still has a topic that it may read one day. */
    boolean mayHear() {
        return this != DELETED;
    }
}
