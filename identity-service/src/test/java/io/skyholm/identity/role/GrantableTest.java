package io.skyholm.identity.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may give which role. */
class GrantableTest {

    private final Caller owner = TestCallers.as(BuiltInRole.TENANT_ADMIN);

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "OPERATOR"})
    void nobodyGivesAwayMoreThanTheyHold(BuiltInRole role) {
        assertThatThrownBy(() -> Grantable.of(role).checkGivenBy(owner))
                .hasMessage("The role " + role + " allows more than you may do yourself");
    }

    @ParameterizedTest
    @EnumSource(names = {"TENANT_ADMIN", "USER"})
    void whatTheyHoldIsTheirsToGive(BuiltInRole role) {
        assertThatCode(() -> Grantable.of(role).checkGivenBy(owner)).doesNotThrowAnyException();
    }

    @Test
    void unknownRoleIsRefusedByItsName() {
        List<Grantable> found = List.of(Grantable.of(BuiltInRole.USER));
        assertThatThrownBy(() -> GrantableRoles.checkComplete(Set.of("USER", "KING"), found))
                .hasMessageStartingWith("roles ")
                .hasMessageContaining("KING");
        assertThatCode(() -> GrantableRoles.checkComplete(Set.of("USER"), found))
                .doesNotThrowAnyException();
    }

    @Test
    void roleOfATenantsOwnIsGivenByThoseWhoHoldAllThatItAllows() {
        Grantable weak = new Grantable(UUID.randomUUID(), "weak", Set.of(Permission.parse("USER:READ")));
        Grantable mighty = new Grantable(
                UUID.randomUUID(), "mighty", Set.of(Permission.parse("USER:READ"), Permission.parse("SERVER:MANAGE")));
        assertThatCode(() -> weak.checkGivenBy(owner)).doesNotThrowAnyException();
        assertThatThrownBy(() -> mighty.checkGivenBy(owner)).hasMessageContaining("The role mighty allows more");
        assertThatCode(() -> mighty.checkGivenBy(TestCallers.as(BuiltInRole.ADMIN)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1, 1 user or service account holds this role", "2, 2 users or service accounts hold this role"})
    void whoDeletesARoleIsToldHowManyHoldIt(long holders, String words) {
        assertThat(RoleProblems.inUse(holders).detail()).startsWith(words);
    }
}
