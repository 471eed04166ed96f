package io.skyholm.events.audit;

/** How a call ended. */
public enum CallOutcome {
    SUCCESS,
    FAILURE,
    /** The service died before it could tell. */
    UNKNOWN
}
