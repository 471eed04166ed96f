package io.skyholm.runtime.housekeeping;

import java.time.Duration;

/**
 * A table whose rows are deleted once they are old.
 *
 * @param time the column that tells a row's age; an index that begins with it makes deleting cheap
 * @param kept how long a row stays, unless {@code skyholm.kept.<table>} says otherwise
 * @param condition which rows may go at all
 */
public record Retention(String table, String time, Duration kept, String condition) {

    private static final String ALL = "true";
    private static final Duration DELETED = Duration.ofDays(400);

    /** Rows of any kind, so long after that time. */
    public static Retention of(String table, String time, Duration kept) {
        return new Retention(table, time, kept, ALL);
    }

    /**
     * Rows of things that were deleted more than a year ago and that no bill names. Without an end, whoever creates and deletes
     * one in a loop fills the table for ever.
     */
    public static Retention ofDeleted(String table) {
        return of(table, "deleted_at", DELETED);
    }

    /** The same, for rows that meet this condition. */
    public Retention when(String which) {
        return new Retention(table, time, kept, which);
    }

    Retention keeping(Duration other) {
        return new Retention(table, time, other, condition);
    }
}
