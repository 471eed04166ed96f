package io.skyholm.compute.notice;

import static io.skyholm.compute.maintenance.Plan.DAY;
import static io.skyholm.compute.notice.Announced.NOTICES;
import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Books;
import io.skyholm.compute.instance.Guest;
import io.skyholm.compute.maintenance.Plan;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances are moved before a maintenance as their tenants choose, and when it begins. */
@QuarkusTest
class MaintenanceTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @BeforeEach
    void aPool() {
        pool = Fresh.pool();
    }

    @Test
    void instanceMovesAtTheTimeThatWasChosen() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        Plan plan = Plan.of(host, DAY);
        Announced notice = Announced.of(guest);
        Host other = Host.in(pool);
        String slot = Plan.in(SOON);
        notice.choose(slot)
                .then()
                .statusCode(200)
                .body("status", equalTo("CHOSEN"))
                .body("moveAt", startsWith(slot.substring(0, "2026-02-01T12:00:00".length())));
        arrives(guest, host, other);
        plan.isLookedAt();
        notice.isSoon("MOVED");
        assertThat(notice.events())
                .startsWith("announced", "changed", "changed")
                .endsWith("moved");
        String operation = notice.shown().path("operationId");
        owner.get("/v1/operations/" + operation)
                .then()
                .body("kind", equalTo("MOVE"))
                .body("createdBy", equalTo(owner.id().toString()));
    }

    @Test
    void instanceMovesAtOnceIfItCan() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        Plan plan = Plan.of(host, DAY);
        Announced notice = Announced.of(guest);
        notice.moveNow().then().statusCode(409).body("code", equalTo("MOVE_BLOCKED_NO_PLACE"));
        Host other = Host.in(pool);
        Response accepted = notice.moveNow();
        accepted.then().statusCode(202).body("kind", equalTo("MOVE"));
        String operation = accepted.path("id");
        assertThat(accepted.header("Location")).isEqualTo("/v1/operations/" + operation);
        notice.moveNow().then().statusCode(409).body("code", equalTo("MAINTENANCE_NOTICE_STATUS"));
        arrives(guest, host, other);
        plan.isLookedAt();
        guest.ended(UUID.fromString(operation)).then().body("status", equalTo("SUCCEEDED"));
        notice.isSoon("MOVED");
    }

    @Test
    void machineIsMaintainedAndEmptiedWhenItsTimeHasCome() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        Plan plan = Plan.of(host, SOON);
        Announced notice = Announced.of(guest);
        Host other = Host.in(pool);
        Eventually.holds("it is in maintenance", () -> {
            host.beats();
            return host.shown().path("status").equals("MAINTENANCE");
        });
        host.shown().then().body("statusReason", equalTo("New disks"));
        Tasks.lookAgain("drain", host.id());
        arrives(guest, host, other);
        plan.isLookedAt();
        notice.isSoon("MOVED");
        ADMIN.get(plan.path()).then().body("status", equalTo("UNDERWAY"));
        ADMIN.delete(plan.path()).then().statusCode(409).body("code", equalTo("MAINTENANCE_NOT_PLANNED"));
        ADMIN.delete(host.path() + "/maintenance").then().statusCode(200);
        plan.isLookedAt();
        plan.isSoon("ENDED");
    }

    @Test
    void whoStaysIsToldThatItIsOver() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        Map<String, Object> body = Plan.body(host.id(), SOON);
        body.put("drain", false);
        Plan plan = Plan.of(body);
        Announced notice = Announced.of(guest);
        notice.isSoon("UNDERWAY");
        assertThat(guest.status()).isEqualTo("RUNNING");
        notice.choose(Plan.in(SOON)).then().statusCode(409).body("code", equalTo("MAINTENANCE_NOTICE_STATUS"));
        ADMIN.delete(host.path() + "/maintenance").then().statusCode(200);
        plan.isLookedAt();
        notice.isSoon("ENDED");
        assertThat(notice.events()).containsExactly("announced", "changed", "ended");
    }

    @Test
    void instanceThatComesToTheMachineLaterIsToldTooAndOnce() {
        Host host = Host.in(pool);
        Plan plan = Plan.of(host, DAY);
        Guest guest = Guest.running(owner, tenant, pool, host);
        for (int look = 0; look < 3; look++) {
            plan.isLookedAt();
            plan.rests();
        }
        owner.get(NOTICES + "?status=ANNOUNCED&instanceId=" + guest.id()).then().body("items.size()", equalTo(1));
        assertThat(Announced.of(guest).events()).containsExactly("announced");
    }

    @Test
    void deletedInstanceNeedsNoNotice() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        Plan plan = Plan.of(host, DAY);
        Announced notice = Announced.of(guest);
        guest.goes();
        guest.settles(host, ThingState.ABSENT);
        Eventually.rows(1, "select count(*) from instance where id = ? and parts_wanted = '{}'", guest.id());
        guest.networkIs(InstanceNetworkStatus.RELEASED, null);
        guest.isSoon("DELETED");
        plan.isLookedAt();
        notice.isSoon("MOVED");
    }

    /** Plays the two hosts of a move; the one that is moved to goes on to be heard. */
    private void arrives(Guest guest, Host host, Host other) {
        Eventually.holds("it leaves", () -> {
            other.beats();
            return guest.desiredGeneration() > guest.seen();
        });
        guest.settles(host, ThingState.ABSENT);
        Eventually.holds("it is elsewhere", () -> {
            other.beats();
            return other.id().toString().equals(guest.shown().path("computeMachineId"));
        });
        guest.networkIs(InstanceNetworkStatus.READY, other.id());
        guest.settles(other, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        Books.agree(pool);
    }
}
