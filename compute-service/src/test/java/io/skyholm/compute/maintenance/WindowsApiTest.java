package io.skyholm.compute.maintenance;

import static io.skyholm.compute.maintenance.Plan.DAY;
import static io.skyholm.compute.maintenance.Plan.WINDOWS;
import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Guest;
import io.skyholm.compute.notice.Announced;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.compute.MachineEvents;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maintenance is planned, told, changed and called off over HTTP. */
@QuarkusTest
class WindowsApiTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @BeforeEach
    void aPool() {
        pool = Fresh.pool();
    }

    @Test
    void tenantHearsOfItsOwnInstancesAndOfNoMachineAndChoosesATimeBeforeItBegins() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        Plan plan = Plan.of(host, DAY);
        Announced notice = Announced.of(guest);
        String shown = notice.shown()
                .then()
                .statusCode(200)
                .body("status", equalTo("ANNOUNCED"))
                .body("instanceName", startsWith("web-"))
                .body("reason", equalTo("New disks"))
                .body("moveAt", nullValue())
                .extract()
                .asString();
        assertThat(shown).doesNotContain(host.id().toString(), plan.id().toString());
        assertThat(Told.of(notice.id()).toString()).doesNotContain(host.id().toString());
        assertThat(notice.events()).containsExactly("announced");
        ADMIN.get(WINDOWS + "?status=PLANNED&computeMachineId=" + host.id())
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].drain", equalTo(true));
        for (Duration outside : List.of(DAY.plusHours(1), Duration.ofMinutes(-1))) {
            notice.choose(Plan.in(outside)).then().statusCode(422).body("errors[0].field", equalTo("moveAt"));
        }
        notice.choose(Plan.in(Duration.ofHours(3))).then().body("status", equalTo("CHOSEN"));
        ADMIN.patch(plan.path(), Map.of("startsAt", Plan.in(Duration.ofHours(2))))
                .then()
                .statusCode(200);
        notice.shown().then().body("status", equalTo("ANNOUNCED")).body("moveAt", nullValue());
        notice.choose(Plan.in(Duration.ofHours(1))).then().body("status", equalTo("CHOSEN"));
        owner.request()
                .body("{\"moveAt\": null}")
                .patch(notice.path())
                .then()
                .statusCode(200)
                .body("status", equalTo("ANNOUNCED"));
    }

    @Test
    void whatIsCalledOffIsWithdrawnAndCanBePlannedAnew() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        Plan plan = Plan.of(host, DAY);
        Announced notice = Announced.of(guest);
        ADMIN.delete(plan.path()).then().statusCode(200).body("status", equalTo("CANCELLED"));
        ADMIN.delete(plan.path()).then().statusCode(409).body("code", equalTo("MAINTENANCE_NOT_PLANNED"));
        ADMIN.patch(plan.path(), Map.of("reason", "Another"))
                .then()
                .statusCode(409)
                .body("code", equalTo("MAINTENANCE_NOT_PLANNED"));
        notice.shown().then().body("status", equalTo("CANCELLED"));
        notice.moveNow().then().statusCode(409).body("code", equalTo("MAINTENANCE_NOTICE_STATUS"));
        assertThat(notice.events()).containsExactly("announced", "withdrawn");
        Plan.of(host, DAY);
        assertThat(Announced.of(guest)).isNotEqualTo(notice);
    }

    @Test
    void machineHasOneWindowAndItsEndIsTheWindows() {
        UUID machine = Fresh.machine(pool);
        Plan plan = Plan.of(Plan.body(machine, DAY));
        ADMIN.post(WINDOWS, Plan.body(machine, DAY))
                .then()
                .statusCode(409)
                .body("code", equalTo("MAINTENANCE_PLANNED_ALREADY"));
        ADMIN.delete("/v1/machines/" + machine).then().statusCode(200);
        Broker.tell(MachineEvents.DELETED, deleted(machine));
        plan.isSoon("ENDED");
        ADMIN.post(WINDOWS, Plan.body(machine, DAY))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("computeMachineId"));
    }

    /** What compute says of it, which nobody brings here. */
    private static MachineFact deleted(UUID machine) {
        Instant now = Instant.now();
        return new MachineFact(
                machine,
                2,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "host",
                "host",
                MachineStatus.DELETED,
                null,
                null,
                null,
                null,
                now,
                now,
                null,
                null,
                now);
    }
}
