package io.skyholm.compute.maintenance;

import io.skyholm.compute.placement.UpcomingMaintenance;
import jakarta.inject.Singleton;

/** Machines whose window opens within a day. */
@Singleton
class SoonMaintained implements UpcomingMaintenance {

    @Override
    public String soon() {
        return """
                select compute_machine_id from maintenance_window
                where status = 'PLANNED' and starts_at < calendar_now() + interval '1 day'""";
    }
}
