package io.skyholm.compute.deletion;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.deletion.HeldData;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What compute has of a tenant goes when the tenant is deleted; the test plays identity, network and host. */
@QuarkusTest
class TenantDeletionTest {

    private static final Sql SQL = Sql.asSuperuser("compute");
    private static final String SECRETS = """
            select count(*) from instance where tenant_id = ?
                and (password_sealed is not null or stack_script_data is not null)""";
    private static final String USER_DATA = """
            select (select count(*) from template where tenant_id = ? and user_data is not null)
                + (select count(*) from template_version where tenant_id = ? and config_snapshot like '%userData%')""";

    private final UUID tenant = Fresh.known(UUID.randomUUID());
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private Host host;

    @BeforeEach
    void aHost() {
        pool = Fresh.pool();
        host = Host.in(pool);
    }

    @Test
    void instancesGoByTheirOperationsAndNoRowBeforeItsHostHasShownIt() {
        Guest guest = Guest.running(owner, tenant, pool, host);
        UUID set = owner.made("/v1/instance-sets", Map.of("name", Fresh.name()));
        UUID script = owner.made(
                "/v1/stack-scripts", Map.of("name", Fresh.name(), "scriptData", Map.of("script", "#!/bin/sh\n")));
        Map<String, Object> templated = Fresh.template(Fresh.name());
        templated.put("userData", "#cloud-config\npassword: secret\n");
        UUID template = owner.made("/v1/templates", templated);
        assertThat(SQL.number(SECRETS, tenant)).isEqualTo(1);
        assertThat(SQL.number(USER_DATA, tenant, tenant)).isEqualTo(2);

        DeletedTenant deleted = DeletedTenant.of(tenant);
        deleted.waits("instances", "hosts");
        assertThat(SQL.number(SECRETS, tenant)).as("secrets go at once").isZero();
        assertThat(SQL.number(USER_DATA, tenant, tenant))
                .as("also those in templates and their versions")
                .isZero();
        assertThat(SQL.number("select count(*) from operation where resource_id = ? and kind = 'DELETE'", guest.id()))
                .isEqualTo(1);
        assertThat(SQL.number("select count(*) from instance where id = ? and deleted_at is null", guest.id()))
                .isEqualTo(1);
        assertThat(Told.types(set)).doesNotContain("compute.instance-set.deleted.v1");

        guest.settles(host, ThingState.ABSENT);
        Eventually.rows(1, "select count(*) from instance where id = ? and parts_wanted = '{}'", guest.id());
        guest.networkIs(InstanceNetworkStatus.RELEASED, null);
        assertThat(deleted.isGone().holdings())
                .extracting(HeldData::name, HeldData::left)
                .contains(tuple("instances", 0L), tuple("sealed secrets", 0L));
        assertThat(Told.types(guest.id())).contains("compute.instance.deleted.v1");
        assertThat(Told.types(set)).endsWith("compute.instance-set.deleted.v1");
        assertThat(Told.types(script)).endsWith("compute.stack-script.deleted.v1");
        assertThat(Told.types(template)).endsWith("compute.template.deleted.v1");
        assertThat(SQL.number("select count(*) from operation where tenant_id = ?", tenant))
                .as("what was done is kept")
                .isEqualTo(2);
    }

    @Test
    void protectedInstanceWaitsForAnOperatorAndHoldsUpNoOtherTenant() {
        Guest guest = Guest.running(owner, tenant, Guest.in(pool, "deletionProtection", true), host);
        UUID other = Fresh.known(UUID.randomUUID());
        DeletedTenant stuck = DeletedTenant.of(tenant);
        assertThat(stuck.waits("instances", "deletion protection").waitsFor())
                .contains(guest.id().toString());
        DeletedTenant.of(other).isGone();
        assertThat(guest.desiredGeneration()).as("its host is told nothing new").isEqualTo(1);

        ADMIN.patch(guest.path(), Map.of("deletionProtection", false)).then().statusCode(200);
        guest.settles(host, ThingState.ABSENT);
        Eventually.rows(1, "select count(*) from instance where id = ? and parts_wanted = '{}'", guest.id());
        guest.networkIs(InstanceNetworkStatus.RELEASED, null);
        stuck.isGone();
    }

    @Test
    void nothingNewIsMadeForATenantThatIsBeingDeleted() {
        DeletedTenant.of(tenant).isGone();
        ADMIN.post("/v1/templates", withTenant(Fresh.template(Fresh.name())))
                .then()
                .statusCode(422);
        owner.get("/v1/instances").then().statusCode(403);
    }

    private Map<String, Object> withTenant(Map<String, Object> body) {
        body.put("tenantId", tenant);
        return body;
    }
}
