package io.skyholm.compute.instance;

import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import java.util.List;
import java.util.Map;

/** A schedule whose time has come. */
final class ScheduledNow {

    private static final Sql SQL = Sql.asSuperuser("compute");

    private ScheduledNow() {}

    /** That action, each night. */
    static Map<String, Object> daily(String action) {
        List<String> days = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
        return Map.of(
                "timeZone", "Europe/Berlin", "times", List.of(Map.of("action", action, "days", days, "at", "03:00")));
    }

    /** Has the only time of the instance's schedule be this minute, and the schedule looked at. */
    static void comes(Guest guest) {
        SQL.change("""
                update instance set schedule = jsonb_set(schedule::jsonb, '{times,0,at}',
                    to_jsonb(to_char(now() at time zone 'Europe/Berlin', 'HH24:MI')))::text,
                    scheduled_at = date_trunc('minute', now()) where id = ?""", guest.id());
        Tasks.lookAgain("instance-schedule", guest.id());
    }
}
