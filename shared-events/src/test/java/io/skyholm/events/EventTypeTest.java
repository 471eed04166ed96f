package io.skyholm.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.UserEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

    @Test
    void nameSaysContextAggregateAndWhatHappened() {
        assertThat(UserEvents.PASSWORD_CHANGED.context()).isEqualTo("identity");
        assertThat(UserEvents.PASSWORD_CHANGED.aggregate()).isEqualTo("user");
        assertThat(UserEvents.PASSWORD_CHANGED.happened()).isEqualTo("password-changed");
    }

    @Test
    void aggregateHasOneTopicAndOnePayloadPerVersion() {
        assertThat(UserEvents.DELETED.topic()).isEqualTo("identity.user");
        assertThat(UserEvents.DELETED.schemaName()).isEqualTo("identity.user.v1");
    }

    @Test
    void typeThatIsNoMoreHasANameStill() {
        assertThat(EventType.isName("identity.tenant.archived.v12")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "created",
                "identity.tenant.created",
                "identity.tenant.created.v0",
                "identity.Tenant.created.v1",
                "identity.tenant.has.created.v1"
            })
    void otherNamesAreRefused(String name) {
        assertThat(EventType.isName(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new EventType<>(name, TenantFact.class, "Happened."));
    }
}
