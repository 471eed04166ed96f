package io.skyholm.events.storage;

/** How often a schedule makes a snapshot. */
public enum ScheduleFrequency {
    /** At each full hour. */
    HOURLY,
    /** Every day at one hour. */
    DAILY,
    /** On one day of the week, at one hour. */
    WEEKLY
}
