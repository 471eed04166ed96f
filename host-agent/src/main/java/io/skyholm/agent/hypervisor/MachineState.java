package io.skyholm.agent.hypervisor;

/** What a machine does. */
public enum MachineState {
    RUNNING,
    STOPPED,
    /** Halted, with its memory kept. */
    SUSPENDED
}
