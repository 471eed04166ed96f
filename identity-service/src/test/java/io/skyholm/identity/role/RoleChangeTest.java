package io.skyholm.identity.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a change makes of a role, and who may make it. */
class RoleChangeTest {

    private final Caller owner = TestCallers.as(BuiltInRole.TENANT_ADMIN);
    private final Role role = new Role(
            owner.tenantId(), RequestBody.read("""
                    {"name": "colourist", "description": "Grades", "permissions": ["USER:READ", "ROLE:READ"]}""", CreateRole.class), Revision.first(owner.id(), Instant.EPOCH));

    @Test
    void newRoleIsNobodysDefault() {
        assertThat(role.isDefault).isFalse();
        assertThat(role.isBuiltIn()).isFalse();
    }

    @Test
    void fieldThatIsLeftOutStays() {
        change("{\"isDefault\": true}");
        assertThat(role.isDefault).isTrue();
        assertThat(role.description).isEqualTo("Grades");
        assertThat(role.permissions).containsExactlyInAnyOrder("USER:READ", "ROLE:READ");
    }

    @Test
    void descriptionThatIsNullIsCleared() {
        change("{\"description\": null}");
        assertThat(role.description).isNull();
        assertThat(role.isDefault).isFalse();
    }

    @Test
    void permissionsAreReplacedAsAWhole() {
        change("{\"permissions\": [\"TENANT:READ\"]}");
        assertThat(role.permissions()).containsExactly(Permission.parse("TENANT:READ"));
        change("{\"permissions\": []}");
        assertThat(role.permissions()).isEmpty();
    }

    @Test
    void unknownPermissionIsRefused() {
        assertThatThrownBy(() -> change("{\"permissions\": [\"CROWN:WEAR\"]}"))
                .hasMessageContaining("there is no permission CROWN:WEAR");
    }

    @Test
    void changedRoleAllowsNoMoreThanWhoChangesItMayDo() {
        assertThatThrownBy(() -> change("{\"permissions\": [\"TENANT:MANAGE\"]}"))
                .hasMessage("The role colourist allows more than you may do yourself");
    }

    @Test
    void roleThatAllowsMoreIsOutOfReachWhateverIsChanged() {
        role.permissions = new String[] {"SERVER:MANAGE"};
        assertThatThrownBy(() -> change("{\"isDefault\": true}"))
                .hasMessage("The role colourist allows more than you may do yourself");
    }

    @Test
    void nameIsNoFieldOfAChange() {
        assertThatThrownBy(() -> change("{\"name\": \"other\"}")).isInstanceOf(IllegalArgumentException.class);
    }

    private void change(String body) {
        RequestBody.read(body, ChangeRole.class).applyTo(role, owner);
    }
}
