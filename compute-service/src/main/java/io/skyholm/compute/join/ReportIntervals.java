package io.skyholm.compute.join;

/** How often an agent speaks: fast where one person waits for it, slowly where thousands do. */
enum ReportIntervals {
    USUAL(10, 60),
    FAST(2, 10);

    private final int heartbeatSeconds;
    private final int inventorySeconds;

    ReportIntervals(int heartbeatSeconds, int inventorySeconds) {
        this.heartbeatSeconds = heartbeatSeconds;
        this.inventorySeconds = inventorySeconds;
    }

    /** How often it says that its host is alive. */
    int heartbeatSeconds() {
        return heartbeatSeconds;
    }

    /** How often it says all that is there. */
    int inventorySeconds() {
        return inventorySeconds;
    }
}
