package io.skyholm.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final UUID ID = UUID.fromString("01977a3e-5c00-7a11-9b7e-3f6d2c81a001");
    private static final Instant TIME = Instant.parse("2026-03-02T09:30:00Z");

    private static final TenantFact TENANT = new TenantFact(
            ID, 1, "Fjordlys", null, TenantStatus.ACTIVE, null, null, null, TIME, TIME, null, null, null);

    @Test
    void knownTypeIsReadIntoItsFact() {
        String payload = EventJson.write(TENANT);

        assertThat(Event.read(headersOf(TenantEvents.CREATED.name()), payload))
                .hasValueSatisfying(event -> assertThat(event.data()).isEqualTo(TENANT));
    }

    @Test
    void unknownTypeIsPassedOverUnread() {
        assertThat(Event.read(headersOf("identity.tenant.created.v9"), "not even JSON"))
                .isEmpty();
    }

    @Test
    void unreadablePayloadIsNoEvent() {
        Map<String, String> headers = headersOf(TenantEvents.CREATED.name());

        assertThatThrownBy(() -> Event.read(headers, "[]"))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("The payload is no TenantFact");
    }

    @Test
    void tenantIsItsOwnTenant() {
        assertThat(TENANT.tenantId()).isEqualTo(ID);
    }

    private static Map<String, String> headersOf(String type) {
        return new EventHeaders(
                        ID, type, "identity-service", "subject", TIME, ID, 1, "correlation", null, Actor.PLATFORM)
                .toMap();
    }
}
