package io.skyholm.storage.schedule;

import java.time.Instant;

/** What becomes of a schedule now. */
enum ScheduleMove {
    /** Its disk goes, and it with the disk. */
    END,
    /** It is paused. */
    REST,
    /** Its tenant may change nothing, or has deleted its disk and may take that back, so nothing is made for it either, and nothing deleted. */
    WAIT,
    /** Its time has not come. */
    KEEP,
    /** Its time has come. */
    RUN;

    /** How its disk and its tenant stand. */
    record Standing(boolean hasDisk, boolean mayWork) {}

    static ScheduleMove of(SnapshotSchedule schedule, Standing standing, Instant now) {
        if (!standing.hasDisk()) {
            return END;
        }
        if (!schedule.isEnabled) {
            return REST;
        }
        if (!standing.mayWork()) {
            return WAIT;
        }
        return schedule.isDue(now) ? RUN : KEEP;
    }
}
