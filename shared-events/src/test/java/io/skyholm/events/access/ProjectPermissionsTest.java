package io.skyholm.events.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a role can allow that is limited to a project. */
class ProjectPermissionsTest {

    @ParameterizedTest
    @EnumSource(
            value = ResourceType.class,
            names = {"USER", "USER_GROUP", "ROLE", "SERVICE_ACCOUNT", "ACCESS_GRANT", "TENANT", "QUOTA", "AUDIT_ENTRY"})
    void whatLetsOthersInOrConcernsTheWholeTenantIsNotAmongThem(ResourceType type) {
        assertThat(ProjectPermissions.most())
                .extracting(Permission::resourceType)
                .doesNotContain(type);
    }

    @Test
    void whatThePlatformOffersIsReadByEverybodyAnyway() {
        assertThat(BuiltInRole.USER.permissions())
                .containsAll(ProjectPermissions.most().stream()
                        .filter(permission -> permission.resourceType().scope() == Scope.PLATFORM)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER:CREATE", "ROLE:READ", "SERVER:READ", "PLAN:UPDATE"})
    void whatCannotBeLimitedIsLeftOut(String name) {
        Permission create = Permission.parse("INSTANCE:CREATE");

        assertThat(ProjectPermissions.among(Set.of(Permission.parse(name), create)))
                .containsExactly(create);
    }
}
