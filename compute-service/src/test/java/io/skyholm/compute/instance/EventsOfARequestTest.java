package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** All that is told because of one request carries its correlation, though the work is done in many steps. */
@QuarkusTest
class EventsOfARequestTest {

    private static final Sql SQL = Sql.asSuperuser("compute");
    private static final String HEADER = "X-Correlation-Id";
    private static final String TYPES = """
            select distinct type from outbox_event where tenant_id = ? and correlation_id = ?""";
    private static final String TOLD_TO_HOST =
            "select count(*) from outbox_event where aggregate_type = ? and correlation_id = ?";

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @Test
    void everyEventOfACreationAndOfAStopBelongsToTheRequestThatAskedForIt() {
        UUID pool = Fresh.pool();
        Host host = Host.in(pool);
        String creation = UUID.randomUUID().toString();
        Guest guest = created(Guest.in(pool), creation);
        guest.networkIs(InstanceNetworkStatus.READY, host.id(), creation);
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        assertThat(types(creation))
                .contains("compute.instance.created.v1", "compute.instance.placed.v1", "compute.instance.started.v1")
                .anyMatch(type -> type.startsWith("compute.operation."));
        assertThat(told(host, creation)).isOne();
        assertThat(SQL.number(
                        "select count(*) from outbox_event where tenant_id = ? and correlation_id <> ?",
                        tenant,
                        creation))
                .isZero();

        String stop = UUID.randomUUID().toString();
        owner.request().header(HEADER, stop).post(guest.path() + "/stop").then().statusCode(202);
        guest.settles(host, ThingState.STOPPED);
        guest.isSoon("STOPPED");
        assertThat(types(stop)).contains("compute.instance.stopped.v1").doesNotContain("compute.instance.started.v1");
        assertThat(told(host, stop)).isOne();
    }

    @Test
    void instanceThatWaitedForItsMachineStillBelongsToTheRequestThatMadeIt() {
        UUID pool = Fresh.pool();
        String creation = UUID.randomUUID().toString();
        Guest guest = created(Guest.in(pool), creation);
        Host host = Host.in(pool);
        host.beats();
        Eventually.rows(
                1, "select count(*) from instance where id = ? and compute_machine_id = ?", guest.id(), host.id());
        assertThat(types(creation)).contains("compute.instance.created.v1", "compute.instance.placed.v1");
    }

    private Guest created(Map<String, Object> body, String correlation) {
        Response made = owner.request().header(HEADER, correlation).body(body).post("/v1/instances");
        made.then().statusCode(202);
        return new Guest(owner, tenant, UUID.fromString(made.path("resourceId")), UUID.fromString(made.path("id")));
    }

    private List<String> types(String correlation) {
        return SQL.rows(TYPES, tenant, correlation).stream()
                .map(row -> String.valueOf(row.get("type")))
                .toList();
    }

    private static long told(Host host, String correlation) {
        return SQL.number(TOLD_TO_HOST, "host.desired." + host.id(), correlation);
    }
}
