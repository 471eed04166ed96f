package io.skyholm.events.host;

/** What a host sees of a thing. */
public enum ThingState {
    /** It is not there, nor is anything of it. */
    ABSENT,
    /** It is being made, changed or removed. */
    CHANGING,
    /** It is there: a virtual machine that runs, a port that carries traffic. */
    RUNNING,
    /** A virtual machine that is there and does not run. */
    STOPPED,
    /** A virtual machine that is halted with its memory kept. */
    SUSPENDED,
    /** It cannot be brought to its desired state; the detail says why. The host goes on trying. */
    FAILED
}
