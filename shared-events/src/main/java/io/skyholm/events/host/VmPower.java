package io.skyholm.events.host;

/** Whether a virtual machine shall run. */
public enum VmPower {
    RUNNING,
    /** Asked to shut down, and made to if it does not in time. */
    STOPPED,
    /** Halted with its memory kept. */
    SUSPENDED
}
