package io.skyholm.identity.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.access.BuiltInRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in roles by their ids and names. */
class BuiltInsTest {

    @ParameterizedTest
    @CsvSource({
        "ADMIN, 00000000-0000-7000-8000-000000000001",
        "TENANT_ADMIN, 00000000-0000-7000-8000-000000000002",
        "OPERATOR, 00000000-0000-7000-8000-000000000003",
        "USER, 00000000-0000-7000-8000-000000000004"
    })
    void roleHasTheSameIdOnEveryPlatform(BuiltInRole role, UUID id) {
        assertThat(BuiltIns.id(role)).isEqualTo(id);
        assertThat(BuiltIns.of(id)).contains(role);
    }

    @Test
    void otherIdsAreOfRolesThatTenantsMade() {
        assertThat(BuiltIns.of(UUID.fromString("00000000-0000-7000-8000-000000000005")))
                .isEmpty();
        assertThat(BuiltIns.of(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BuiltInRole.class)
    void roleIsNamedAsItIsWritten(BuiltInRole role) {
        assertThat(BuiltIns.named(role.name())).contains(role);
        assertThat(BuiltIns.named("x" + role.name())).isEmpty();
    }

    @Test
    void nameInOtherLettersNamesNoBuiltInRole() {
        assertThat(BuiltIns.named("admin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "admin", "USER", "User", "Tenant_Admin", "operator"})
    void nobodyMakesARoleThatIsTakenForABuiltInOne(String name) {
        assertThat(BuiltIns.own(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "administrator", "TENANT-ADMIN", "colourist"})
    void otherNamesAreFree(String name) {
        assertThat(BuiltIns.own(name)).isFalse();
    }
}
