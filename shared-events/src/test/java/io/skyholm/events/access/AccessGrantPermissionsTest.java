package io.skyholm.events.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant can let an operator do, and what nobody does in another's tenant. */
class AccessGrantPermissionsTest {

    @Test
    void whoseTenantItIsCouldDoItThemselves() {
        assertThat(BuiltInRole.TENANT_ADMIN.permissions()).containsAll(AccessGrantPermissions.most());
    }

    @Test
    void withoutMoreItIsReading() {
        assertThat(AccessGrantPermissions.reading())
                .contains(Permission.parse("INSTANCE:READ"), Permission.parse("AUDIT_ENTRY:READ"))
                .allSatisfy(permission -> assertThat(permission.action()).isEqualTo(Action.READ));
    }

    @ParameterizedTest
    @EnumSource(
            value = ResourceType.class,
            names = {"USER", "USER_GROUP", "ROLE", "SERVICE_ACCOUNT", "ACCESS_GRANT", "TENANT", "WALLET"})
    void whatLetsOthersInOrCostsMoneyIsReadAtMost(ResourceType type) {
        assertThat(AccessGrantPermissions.most())
                .filteredOn(permission -> permission.resourceType() == type)
                .extracting(Permission::action)
                .containsOnly(Action.READ);
    }

    @ParameterizedTest
    @EnumSource(
            value = ResourceType.class,
            names = {"API_KEY", "SSH_KEY", "SESSION", "CREDENTIAL", "TERRAFORM_STATE"})
    void whatIsSomebodysOwnOrSecretIsNotReadEither(ResourceType type) {
        assertThat(AccessGrantPermissions.most())
                .extracting(Permission::resourceType)
                .doesNotContain(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"API_KEY:CREATE", "USER:CREATE", "INSTANCE:MANAGE", "SERVER:READ"})
    void whatNoGrantCarriesIsLeftOut(String name) {
        Permission read = Permission.parse("INSTANCE:READ");

        assertThat(AccessGrantPermissions.among(Set.of(Permission.parse(name), read)))
                .containsExactly(read);
    }
}
