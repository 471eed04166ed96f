package io.skyholm.runtime.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.rights.Rights;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes on after its beginning ends when a right is lost with which it began. */
class LostRightsTest {

    private final Caller operator = TestCallers.as(BuiltInRole.ADMIN);
    private final Caller customer = TestCallers.as(BuiltInRole.TENANT_ADMIN);

    @Test
    void whoHasAllThatTheyHadGoesOn() {
        assertThatCode(() -> customer.requireAllOf(customer)).doesNotThrowAnyException();
    }

    @Test
    void whoLosesAPermissionIsRefused() {
        assertThatThrownBy(() -> as(customer, Set.of(), null).requireAllOf(customer))
                .isInstanceOf(Problem.class);
    }

    @Test
    void whoNoLongerRunsThePlatformIsRefusedWhateverTheyMayAtHome() {
        Caller demoted = new Caller(
                operator.id(),
                operator.username(),
                operator.tenantId(),
                Set.of(),
                operator.permissions(),
                false,
                operator.credential());
        assertThatThrownBy(() -> demoted.requireAllOf(operator)).isInstanceOf(Problem.class);
    }

    @Test
    void whoseGrantIsAnotherIsRefused() {
        Caller before = as(customer, customer.permissions(), new Caller.Grant(UUID.randomUUID(), "Ticket 1"));
        Caller now = as(customer, customer.permissions(), new Caller.Grant(UUID.randomUUID(), "Ticket 2"));
        assertThatThrownBy(() -> now.requireAllOf(before)).isInstanceOf(Problem.class);
    }

    private static Caller as(Caller who, Set<Permission> permissions, Caller.@Nullable Grant grant) {
        return new Caller(
                who.id(),
                who.username(),
                who.tenantId(),
                who.roles(),
                Rights.of(permissions),
                null,
                false,
                who.credential(),
                Set.of(),
                grant);
    }
}
