package io.skyholm.compute.machine;

/** How a machine is let. */
public enum RentalMode {
    /** To one instance at a time, whole. */
    EXCLUSIVE,
    SHARED
}
