package io.skyholm.compute.machine;

/** How a machine says it is. */
public enum HealthStatus {
    HEALTHY,
    /** Something is not as it should be. */
    WARNING,
    /** It can hardly go on. */
    CRITICAL
}
