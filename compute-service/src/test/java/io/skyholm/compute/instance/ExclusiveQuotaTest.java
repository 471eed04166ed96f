package io.skyholm.compute.instance;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.Limits;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that has a machine to itself counts in quotas as all of that machine. */
@QuarkusTest
class ExclusiveQuotaTest {

    private static final Sql SQL = Sql.asSuperuser("compute");
    private static final String CHARGED = "select coalesce(sum(quota_cpu_cores), 0) from instance where tenant_id = ?";
    private static final String COUNTED = "select vcpus from quota_usage where scope_id = ?";

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @BeforeEach
    void aPool() {
        pool = Fresh.pool();
    }

    @Test
    void wholeMachineIsChargedAndGivenBack() {
        exclusiveMachine();
        exclusiveMachine();
        limit(20);
        Guest guest = Guest.made(owner, tenant, exclusive());
        Eventually.holds("all of the machine counts", () -> SQL.number(CHARGED, tenant) == 16);
        assertThat(counted()).isEqualTo(16);
        assertThat(refusal(owner.post("/v1/instances", exclusive()))).contains("not enough left");
        assertThat(SQL.number(
                        "select count(*) from compute_machine where exclusive_to is not null and resource_pool_id = ?",
                        pool))
                .as("the machine of who is refused stays free")
                .isEqualTo(1);
        guest.goes();
        Eventually.rows(1, "select count(*) from instance where id = ? and parts_wanted = '{}'", guest.id());
        guest.networkIs(InstanceNetworkStatus.RELEASED, null);
        guest.isSoon("DELETED");
        assertThat(counted()).isZero();
    }

    @Test
    void whoWaitedForAMachineThatIsMoreThanTheQuotaIsRefusedThen() {
        limit(8);
        Guest guest = Guest.made(owner, tenant, exclusive());
        UUID machine = exclusiveMachine();
        guest.looksAgain();
        guest.ended(guest.operation())
                .then()
                .body("status", equalTo("FAILED"))
                .body("detail", containsString("whole machine"));
        Eventually.holds("nothing is charged", () -> counted() == 0);
        assertThat(SQL.number("select allocated_cpu_cores from compute_machine where id = ?", machine))
                .isZero();
    }

    @Test
    void whoLeavesAMachineIsChargedItsSizeUntilItTakesAnother() {
        Host host = Host.in(pool);
        ADMIN.patch(host.path(), Map.of("rentalMode", "EXCLUSIVE")).then().statusCode(200);
        limit(20);
        Guest guest = Guest.running(owner, tenant, exclusive(), host);
        assertThat(counted()).isEqualTo(16);
        guest.does("stop");
        guest.settles(host, ThingState.STOPPED);
        guest.isSoon("STOPPED");
        exclusiveMachine();
        ADMIN.post(host.path() + "/maintenance", Map.of("drain", true)).then().statusCode(200);
        Eventually.holds("it is moved", () -> {
            Tasks.lookAgain("drain", host.id());
            return SQL.number("select count(*) from operation where resource_id = ? and kind = 'MOVE'", guest.id())
                    == 1;
        });
        guest.settles(host, ThingState.ABSENT);
        Eventually.rows(1, "select count(*) from instance where id = ? and compute_machine_id is null", guest.id());
        assertThat(counted()).isEqualTo(2);
        owner.post("/v1/instances", Guest.in(Fresh.pool(), "cpuCores", 8))
                .then()
                .statusCode(202);
        guest.ended(guest.does("start"))
                .then()
                .body("status", equalTo("FAILED"))
                .body("detail", containsString("whole machine"));
        assertThat(counted()).isEqualTo(10);
    }

    /** At once, or a moment later by who places it: whichever of them sees the machine first. */
    private String refusal(Response answer) {
        return answer.statusCode() == 507
                ? answer.path("detail")
                : owner.get("/v1/operations/" + failed(answer)).path("detail");
    }

    private String failed(Response accepted) {
        String operation = accepted.then().statusCode(202).extract().path("id");
        Eventually.holds("it has failed", () -> "FAILED"
                .equals(owner.get("/v1/operations/" + operation).path("status")));
        return operation;
    }

    private long counted() {
        assertThat(SQL.number(COUNTED, tenant)).isEqualTo(SQL.number(CHARGED, tenant));
        return SQL.number(COUNTED, tenant);
    }

    private void limit(long cores) {
        Limits.ofTenant(tenant, new QuotaConfig(null, cores, null, null, null, null, null, null));
    }

    private UUID exclusiveMachine() {
        UUID machine = Fresh.machine(pool);
        ADMIN.patch("/v1/machines/" + machine, Map.of("rentalMode", "EXCLUSIVE"))
                .then()
                .statusCode(200);
        return machine;
    }

    private Map<String, Object> exclusive() {
        return Guest.in(pool, "rentalMode", "EXCLUSIVE");
    }
}
