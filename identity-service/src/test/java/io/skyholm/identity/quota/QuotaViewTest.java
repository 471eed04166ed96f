package io.skyholm.identity.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import io.skyholm.runtime.usage.UsedQuota;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose limits a caller is shown. */
class QuotaViewTest {

    private final Caller caller = TestCallers.as(BuiltInRole.USER);
    private final QuotaConfig three = new QuotaConfig(3L, null, null, null, null, null, null, null);
    private final QuotaLimit limit = new QuotaLimit(QuotaLevel.TENANT, UUID.randomUUID(), "Acme", three);

    @Test
    void limitsAreShownWithWhatTheyComeToAndWhatIsUsedOfThem() {
        UUID user = UUID.randomUUID();
        UsedQuota used = new UsedQuota(2L, null, null, null, null, null, null);
        assertThat(QuotaView.of(user, List.of(limit), Map.of(limit.id(), used)))
                .isEqualTo(new QuotaView(user, List.of(LimitView.of(limit, used)), three));
    }

    @Test
    void callerOfWhomNoLimitIsKnownHasNone() {
        QuotaView.checkSeen(caller, caller.id(), List.of());
        assertThat(QuotaView.of(caller.id(), List.of(), Map.of()).effective()).isEqualTo(QuotaConfig.UNLIMITED);
    }

    @Test
    void anotherOfWhomNothingIsFoundIsNoUserThatTheCallerSees() {
        assertThatThrownBy(() -> QuotaView.checkSeen(caller, UUID.randomUUID(), List.of()))
                .hasMessageContaining("no user");
    }
}
