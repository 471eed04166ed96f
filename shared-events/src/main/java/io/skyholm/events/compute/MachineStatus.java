package io.skyholm.events.compute;

/** What may happen on a compute machine. */
public enum MachineStatus {
    ACTIVE,
    /** Takes nothing new; what it runs goes on until it is moved. */
    MAINTENANCE,
    /** Silent for too long. */
    OFFLINE,
    /** Takes nothing new, and is given up once it is empty. */
    DECOMMISSIONING,
    DELETED
}
