package io.skyholm.compute.maintenance;

import io.skyholm.compute.placement.PlannedMaintenance;
import jakarta.inject.Singleton;

/** Machines whose window opens within a day. */
@Singleton
class SoonMaintained implements PlannedMaintenance {

    @Override
    public String soon() {
        return """
                select compute_machine_id from maintenance_window
                where status = 'PLANNED' and starts_at < calendar_now() + interval '1 day'""";
    }
}
