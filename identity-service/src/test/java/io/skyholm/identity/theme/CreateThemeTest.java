package io.skyholm.identity.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.Conditions;
import io.skyholm.runtime.call.Origin;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose a new theme is. */
class CreateThemeTest {

    private static final UUID ELSEWHERE = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "OPERATOR"})
    void themeWithoutATenantIsThePlatformsIfTheOperatorMakesIt(BuiltInRole role) {
        assertThat(owner(TestCallers.as(role), null)).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"TENANT_ADMIN", "USER"})
    void themeWithoutATenantIsOtherwiseTheCallersTenants(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        assertThat(owner(caller, null)).isEqualTo(caller.tenantId());
        assertThat(owner(caller, caller.tenantId())).isEqualTo(caller.tenantId());
    }

    @Test
    void operatorMakesThemesForTenants() {
        assertThat(owner(TestCallers.as(BuiltInRole.ADMIN), ELSEWHERE)).isEqualTo(ELSEWHERE);
    }

    @Test
    void nobodyElseMakesThemesForOtherTenants() {
        assertThatThrownBy(() -> owner(TestCallers.as(BuiltInRole.TENANT_ADMIN), ELSEWHERE))
                .hasMessage("tenantId names no tenant that you may see");
    }

    private static @Nullable UUID owner(Caller caller, @Nullable UUID tenant) {
        Call call = new Call(caller, new Origin("request", "story", null, null), Conditions.NONE);
        return new CreateTheme(tenant, "Aurora", Map.of("primary", "#1f5f8b"), null).owner(call);
    }
}
