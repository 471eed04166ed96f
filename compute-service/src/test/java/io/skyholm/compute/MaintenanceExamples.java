package io.skyholm.compute;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;

import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** How the operations of maintenance are called rightly. */
final class MaintenanceExamples {

    private static final String WINDOWS = "/v1/maintenance-windows";
    private static final Sql SQL = Sql.asSuperuser("compute");

    private MaintenanceExamples() {}

    /** Adds those on things of that tenant. */
    static Examples addTo(Examples examples, UUID tenant) {
        UUID pool = Fresh.pool();
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        rests(guest);
        UUID machine = Fresh.machine(pool);
        SQL.change("update instance set compute_machine_id = ? where id = ?", machine, guest.id());
        String window = WINDOWS + "/" + Fresh.made(WINDOWS, planned(machine));
        String notice = "/v1/maintenance-notices/"
                + owner.get("/v1/maintenance-notices?instanceId=" + guest.id()).path("items[0].id");
        return examples.example("POST " + WINDOWS, planned(Fresh.machine(pool)))
                .example("PATCH /v1/maintenance-windows/{id}", Map.of("reason", "More memory"))
                .path("/v1/maintenance-windows/{id}", () -> window)
                .example("PATCH /v1/maintenance-notices/{id}", Map.of("moveAt", in(Duration.ofHours(1))))
                .path("/v1/maintenance-notices/{id}", () -> notice)
                .path("/v1/maintenance-notices/{id}/move-now", () -> notice + "/move-now");
    }

    /** What is off can leave a machine, whatever there is elsewhere. */
    private static void rests(Guest guest) {
        Eventually.holds("it waits for a place", () -> guest.shown().path("waiting") != null);
        ADMIN.request()
                .post("/v1/operations/" + guest.operation() + "/cancel")
                .then()
                .statusCode(200);
        Eventually.rows(1, "select count(*) from instance where id = ? and intent = 'KEEP'", guest.id());
        SQL.change("update instance set status = 'STOPPED', power = 'STOPPED' where id = ?", guest.id());
    }

    private static Map<String, Object> planned(UUID machine) {
        return Map.of(
                "computeMachineId", machine, "startsAt", in(Duration.ofDays(2)), "endsAt", in(Duration.ofDays(3)));
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }
}
