package io.skyholm.hosts;

/** How a host stands, as far as it decides what becomes of the things on it. */
public enum HostState {
    /** It is there, or nobody knows of it. */
    IN_SERVICE,
    /**
     * Somebody has confirmed that nothing runs on it, so that it may be started elsewhere. It may come back, and must not find that it is
     * to have what is on another host by then.
     */
    FENCED,
    /** Nothing is on it any more, and it never comes back: its topic is removed, and nothing may be written there. */
    DELETED;

    /**
     * Whether what ran on it counts as gone. For its disks that is not enough: their bytes may still be there, and a host that was
     * given up by mistake may still write to them.
     */
    public boolean isGone() {
        return this != IN_SERVICE;
    }

    /** Whether it still has a topic that it may read one day. */
    public boolean mayHear() {
        return this != DELETED;
    }
}
