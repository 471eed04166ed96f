package io.skyholm.identity.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change makes of a tenant, and who may make it. */
class TenantChangeTest {

    private final Tenant tenant = new Tenant("Acme", Revision.first(null, Instant.EPOCH));

    @BeforeEach
    void isKnown() {
        tenant.description = "Old";
        tenant.vlanId = 12;
    }

    @Test
    void fieldThatIsLeftOutStays() {
        change("{\"description\": \"New\"}", BuiltInRole.ADMIN);
        assertThat(tenant.description).isEqualTo("New");
        assertThat(tenant.vlanId).isEqualTo(12);
        assertThat(tenant.name).isEqualTo("Acme");
    }

    @Test
    void fieldThatIsNullIsCleared() {
        change("{\"vlanId\": null}", BuiltInRole.ADMIN);
        assertThat(tenant.vlanId).isNull();
        assertThat(tenant.description).isEqualTo("Old");
    }

    @Test
    void deletedIsNoStatusToChangeTo() {
        assertThatThrownBy(() -> change("{\"status\": \"DELETED\"}", BuiltInRole.ADMIN))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("status ");
        assertThat(tenant.status).isEqualTo(TenantStatus.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"INACTIVE\"}",
                "{\"vlanId\": 13}",
                "{\"vlanId\": null}",
                "{\"quotaConfig\": {\"instances\": 1000000}}",
                "{\"quotaConfig\": null}"
            })
    void standingIsDecidedByTheOperator(String change) {
        assertThatThrownBy(() -> change(change, BuiltInRole.TENANT_ADMIN))
                .isInstanceOf(Problem.class)
                .hasMessage("Status, VLAN and quota need the permission TENANT:MANAGE");
        assertThat(tenant.vlanId).isEqualTo(12);
        change(change, BuiltInRole.ADMIN);
    }

    @Test
    void newTenantIsActive() {
        assertThat(tenant.status).isEqualTo(TenantStatus.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "TENANT_ADMIN"})
    void nameDescriptionAndAdministratorAreTheTenantsToChange(BuiltInRole role) {
        UUID user = UUID.randomUUID();
        change("""
                {"name": "Acme Films", "description": null, "adminUserId": "%s"}""".formatted(user), role);
        assertThat(tenant.name).isEqualTo("Acme Films");
        assertThat(tenant.description).isNull();
        assertThat(tenant.adminUserId).isEqualTo(user);
        change("{\"adminUserId\": null}", role);
        assertThat(tenant.adminUserId).isNull();
    }

    @Test
    void refusedChangeChangesNothingElseEither() {
        assertThatThrownBy(() -> change("{\"name\": \"Other\", \"status\": \"ACTIVE\"}", BuiltInRole.TENANT_ADMIN))
                .isInstanceOf(Problem.class);
        assertThat(tenant.name).isEqualTo("Acme");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 4_095})
    void vlanThatThereCannotBeIsRefused(int vlan) {
        assertThat(Constraints.brokenBy(new CreateTenant("Acme", null, vlan, null)))
                .containsExactly("vlanId");
        assertThat(Constraints.brokenBy(RequestBody.read("{\"vlanId\": %d}".formatted(vlan), ChangeTenant.class)))
                .containsExactly("vlanId");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4_094})
    void otherVlansAreTaken(int vlan) {
        assertThat(Constraints.brokenBy(new CreateTenant("Acme", null, vlan, null)))
                .isEmpty();
    }

    private void change(String body, BuiltInRole role) {
        RequestBody.read(body, ChangeTenant.class).applyTo(tenant, TestCallers.as(role));
    }
}
