package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Limits;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many at once: no machine is promised twice, and no limit is passed. */
@QuarkusTest
class RacesTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private final Sql sql = Sql.asSuperuser("compute");

    @Test
    void oneOfSixteenGetsTheOnlyPlaceAndTheOthersWait() {
        UUID pool = Fresh.pool();
        Fresh.machine(pool);
        List<Guest> guests = Crowd.of(16, number -> Guest.made(owner, tenant, Guest.in(pool, "cpuCores", 16)));
        Eventually.rows(
                15,
                "select count(*) from placement_queue join instance on id = instance_id" + " where wanted_pool_id = ?",
                pool);
        assertThat(guests.stream().filter(guest -> guest.shown().path("computeMachineId") != null))
                .hasSize(1);
        assertThat(guests.stream()
                        .filter(guest -> guest.shown().path("waiting.position") != null)
                        .map(guest -> guest.shown().path("waiting.position")))
                .doesNotHaveDuplicates();
        Books.agree(pool);
    }

    @Test
    void machinesAreFilledToTheLastCoreAndNoFurther() {
        UUID pool = Fresh.pool();
        Fresh.machine(pool);
        Fresh.machine(pool);
        Crowd.of(20, number -> Guest.made(owner, tenant, Guest.in(pool)));
        Eventually.rows(16, "select count(*) from instance where resource_pool_id = ?", pool);
        Books.agree(pool);
        assertThat(sql.number(
                        "select count(*) from compute_machine where resource_pool_id = ? and allocated_cpu_cores = 16",
                        pool))
                .isEqualTo(2);
    }

    @Test
    void instancesThatKeepApartNeverMeet() {
        UUID pool = Fresh.pool();
        for (int machine = 0; machine < 4; machine++) {
            Fresh.machine(pool);
        }
        Map<String, Object> body = inSet(pool, "ANTI_AFFINITY");
        Crowd.of(6, number -> Guest.made(owner, tenant, body));
        Eventually.rows(4, "select count(*) from instance where resource_pool_id = ?", pool);
        assertThat(sql.number(
                        "select count(distinct compute_machine_id) from instance where resource_pool_id = ?", pool))
                .isEqualTo(4);
        Books.agree(pool);
    }

    @Test
    void instancesThatKeepTogetherMeet() {
        UUID pool = Fresh.pool();
        for (int machine = 0; machine < 4; machine++) {
            Fresh.machine(pool);
        }
        Map<String, Object> body = inSet(pool, "AFFINITY");
        Crowd.of(6, number -> Guest.made(owner, tenant, body));
        Eventually.rows(6, "select count(*) from instance where resource_pool_id = ?", pool);
        assertThat(sql.number(
                        "select count(distinct compute_machine_id) from instance where resource_pool_id = ?", pool))
                .isEqualTo(1);
        Books.agree(pool);
    }

    @Test
    void exclusiveInstanceHasItsMachineToItself() {
        UUID pool = Fresh.pool();
        Fresh.machine(pool, "rentalMode", "EXCLUSIVE");
        Crowd.of(3, number -> Guest.made(owner, tenant, Guest.in(pool, "rentalMode", "EXCLUSIVE")));
        Eventually.rows(1, "select count(*) from instance where resource_pool_id = ? and held_cpu_cores = 16", pool);
        Books.agree(pool);
    }

    @Test
    void twoAtTheLimitOfATenantCannotBothPass() {
        UUID pool = Fresh.pool();
        Fresh.machine(pool);
        Limits.ofTenant(tenant, new QuotaConfig(3L, null, null, null, null, null, null, null));
        List<Response> answers = Crowd.of(8, number -> owner.post("/v1/instances", Guest.in(pool)));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 202))
                .hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 507))
                .hasSize(5)
                .allSatisfy(refused -> assertThat((String) refused.path("code")).isEqualTo("QUOTA_EXCEEDED"));
        booksOfQuotaAgree();
    }

    @Test
    void limitThatComesLaterCountsWhatIsThere() {
        UUID pool = Fresh.pool();
        Fresh.machine(pool);
        Guest first = Guest.made(owner, tenant, Guest.in(pool));
        Limits.ofTenant(tenant, new QuotaConfig(null, 3L, null, null, null, null, null, null));
        owner.post("/v1/instances", Guest.in(pool)).then().statusCode(507);
        first.goes();
        Eventually.rows(1, "select count(*) from instance where id = ? and parts_wanted = '{}'", first.id());
        first.networkIs(InstanceNetworkStatus.RELEASED, null);
        first.isSoon("DELETED");
        owner.post("/v1/instances", Guest.in(pool)).then().statusCode(202);
        booksOfQuotaAgree();
    }

    @Test
    void limitOfAGroupAboveCountsForItsMembers() {
        UUID pool = Fresh.pool();
        Fresh.machine(pool);
        UUID top = UserGroups.known(tenant, null, new QuotaConfig(null, null, 6L * 1024, null, null, null, null, null));
        UserGroups.join(tenant, UserGroups.known(tenant, top, null), owner.id());
        Eventually.rows(2, "select count(*) from quota_usage where tenant_id = ? and scope_kind = 'GROUP'", tenant);
        owner.post("/v1/instances", Guest.in(pool)).then().statusCode(202);
        owner.post("/v1/instances", Guest.in(pool)).then().statusCode(507);
        Person colleague = Person.in(tenant, BuiltInRole.USER);
        colleague.post("/v1/instances", Guest.in(pool)).then().statusCode(202);
    }

    private void booksOfQuotaAgree() {
        assertThat(sql.rows("""
                select usage.scope_id from quota_usage usage, lateral (
                    select coalesce(sum(quota_instances), 0) as instances, coalesce(sum(quota_cpu_cores), 0) as vcpus
                    from instance where quota_scopes @> array[usage.scope_id::text]) held
                where usage.tenant_id = ? and is_limited
                    and (usage.instances, usage.vcpus) is distinct from (held.instances, held.vcpus)""", tenant)).isEmpty();
    }

    private Map<String, Object> inSet(UUID pool, String affinity) {
        String set = owner.post("/v1/instance-sets", Map.of("name", Fresh.name()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> body = new HashMap<>(Guest.in(pool));
        body.put("instanceSetId", set);
        body.put("affinity", affinity);
        return body;
    }
}
