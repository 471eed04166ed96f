package io.skyholm.compute.machine;

/** How a machine says it is. */
public enum HealthStatus {
    HEALTHY,
    /** It was not heard yet, or not for too long. */
    UNKNOWN,
    /** Something is not as it should be. */
    WARNING,
    /** It can hardly go on. */
    CRITICAL
}
