package io.skyholm.billing.meter;

/** What is metered. */
public enum ResourceKind {
    INSTANCE
}
