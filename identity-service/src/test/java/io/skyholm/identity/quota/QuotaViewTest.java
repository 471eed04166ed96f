package io.skyholm.identity.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose limits a caller is shown. */
class QuotaViewTest {

    private final Caller caller = TestCallers.as(BuiltInRole.USER);
    private final QuotaConfig three = new QuotaConfig(3L, null, null, null, null, null, null, null);
    private final QuotaLimit limit = new QuotaLimit(QuotaLevel.TENANT, UUID.randomUUID(), "Acme", three);

    @Test
    void limitsAreShownWithWhatTheyComeTo() {
        UUID user = UUID.randomUUID();
        assertThat(QuotaView.of(caller, user, List.of(limit))).isEqualTo(new QuotaView(user, List.of(limit), three));
    }

    @Test
    void callerOfWhomNoLimitIsKnownHasNone() {
        assertThat(QuotaView.of(caller, caller.id(), List.of()).effective()).isEqualTo(QuotaConfig.UNLIMITED);
    }

    @Test
    void anotherOfWhomNothingIsFoundIsNoUserThatTheCallerSees() {
        assertThatThrownBy(() -> QuotaView.of(caller, UUID.randomUUID(), List.of()))
                .hasMessageContaining("no user");
    }
}
