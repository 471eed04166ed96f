package io.skyholm.runtime.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.Conditions;
import io.skyholm.runtime.call.Origin;
import io.skyholm.runtime.problem.FieldProblem;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose a new thing is that may also be the platform's. */
class OwnersTest {

    @ParameterizedTest
    @EnumSource(names = {"TENANT_ADMIN", "USER"})
    void withoutATenantItIsTheTenantOfItsMaker(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        assertThat(Owners.ofShared(call(caller), null)).isEqualTo(caller.tenantId());
        assertThat(Owners.ofShared(call(caller), caller.tenantId())).isEqualTo(caller.tenantId());
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "OPERATOR"})
    void withoutATenantItIsThePlatformsIfTheOperatorMakesIt(BuiltInRole role) {
        assertThat(Owners.ofShared(call(TestCallers.as(role)), null)).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "OPERATOR"})
    void theOperatorMakesThingsForAnyTenant(BuiltInRole role) {
        UUID tenant = UUID.randomUUID();
        assertThat(Owners.ofShared(call(TestCallers.as(role)), tenant)).isEqualTo(tenant);
    }

    @Test
    void nobodyElseMakesThingsForAnotherTenant() {
        Call call = call(TestCallers.as(BuiltInRole.TENANT_ADMIN));
        assertThatThrownBy(() -> Owners.ofShared(call, UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.body(null).errors())
                                .extracting(FieldProblem::field)
                                .containsExactly("tenantId"));
    }

    private static Call call(Caller caller) {
        return new Call(caller, new Origin("request", "story", "192.0.2.1", "test"), Conditions.NONE);
    }
}
