package io.skyholm.events.access;

import static io.skyholm.events.access.Action.CREATE;
import static io.skyholm.events.access.Action.DELETE;
import static io.skyholm.events.access.Action.EXECUTE;
import static io.skyholm.events.access.Action.MANAGE;
import static io.skyholm.events.access.Action.READ;
import static io.skyholm.events.access.Action.UPDATE;
import static io.skyholm.events.access.BuiltInRole.ADMIN;
import static io.skyholm.events.access.BuiltInRole.OPERATOR;
import static io.skyholm.events.access.BuiltInRole.TENANT_ADMIN;
import static io.skyholm.events.access.BuiltInRole.USER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInRoleTest {

    @Test
    void adminMayDoEverything() {
        assertThat(ADMIN.permissions()).containsExactlyElementsOf(Permission.all());
    }

    @ParameterizedTest
    @EnumSource(
            value = BuiltInRole.class,
            names = {"TENANT_ADMIN", "USER"})
    void tenantsOnlyReadWhatIsThePlatforms(BuiltInRole role) {
        assertThat(role.permissions())
                .filteredOn(permission -> permission.resourceType().scope() == Scope.PLATFORM)
                .extracting(Permission::action)
                .containsOnly(READ);
    }

    @Test
    void tenantAdminRunsItsPeopleAndReadsItsAudit() {
        assertThat(TENANT_ADMIN.may(ResourceType.USER, CREATE)).isTrue();
        assertThat(TENANT_ADMIN.may(ResourceType.ROLE, DELETE)).isTrue();
        assertThat(TENANT_ADMIN.may(ResourceType.AUDIT_ENTRY, READ)).isTrue();
    }

    @Test
    void tenantAdminDecidesNeitherItsStandingNorItsDebts() {
        assertThat(TENANT_ADMIN.may(ResourceType.TENANT, UPDATE)).isTrue();
        assertThat(TENANT_ADMIN.may(ResourceType.TENANT, MANAGE)).isFalse();
        assertThat(TENANT_ADMIN.may(ResourceType.TENANT, CREATE)).isFalse();
        assertThat(TENANT_ADMIN.may(ResourceType.WALLET, MANAGE)).isFalse();
        assertThat(TENANT_ADMIN.may(ResourceType.INVOICE, UPDATE)).isFalse();
        assertThat(TENANT_ADMIN.may(ResourceType.AUDIT_ENTRY, DELETE)).isFalse();
    }

    @Test
    void operatorRunsMachinesButNotTenants() {
        assertThat(OPERATOR.may(ResourceType.SERVER, MANAGE)).isTrue();
        assertThat(OPERATOR.may(ResourceType.PLAN, UPDATE)).isTrue();
        assertThat(OPERATOR.may(ResourceType.TENANT, READ)).isTrue();
        assertThat(OPERATOR.may(ResourceType.TENANT, UPDATE)).isFalse();
        assertThat(OPERATOR.may(ResourceType.INSTANCE, EXECUTE)).isFalse();
        assertThat(OPERATOR.may(ResourceType.CREDENTIAL, READ)).isFalse();
    }

    @Test
    void userRunsInstancesButNotPeople() {
        assertThat(USER.may(ResourceType.INSTANCE, EXECUTE)).isTrue();
        assertThat(USER.may(ResourceType.STORAGE, DELETE)).isTrue();
        assertThat(USER.may(ResourceType.USER, READ)).isTrue();
        assertThat(USER.may(ResourceType.USER, CREATE)).isFalse();
    }

    @Test
    void userSeesNothingThatWatchesOthersOrHoldsSecrets() {
        assertThat(USER.permissions())
                .extracting(Permission::resourceType)
                .doesNotContain(ResourceType.SESSION, ResourceType.TERRAFORM_STATE, ResourceType.AUDIT_ENTRY);
    }

    @Test
    void userMayNothingThatItsTenantAdminMayNot() {
        assertThat(TENANT_ADMIN.permissions()).containsAll(USER.permissions());
    }
}
