package io.skyholm.identity.role;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.testing.TestCallers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
