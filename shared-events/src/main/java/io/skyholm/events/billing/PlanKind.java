package io.skyholm.events.billing;

/** What a plan is for. */
public enum PlanKind {
    VPS,
    CONTAINER
}
