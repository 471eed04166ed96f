package io.skyholm.compute.schedule;

/** What an instance does by itself. */
public enum ScheduledAction {
    START,
    STOP
}
