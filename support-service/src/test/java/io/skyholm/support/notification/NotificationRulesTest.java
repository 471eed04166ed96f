package io.skyholm.support.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.Actor;
import io.skyholm.events.Event;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.EventType;
import io.skyholm.events.support.NotificationType;
import io.skyholm.events.support.TicketCategory;
import io.skyholm.events.support.TicketEvents;
import io.skyholm.events.support.TicketFact;
import io.skyholm.events.support.TicketPriority;
import io.skyholm.events.support.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotificationRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final UUID asker = UUID.randomUUID();
    private final UUID operator = UUID.randomUUID();

    @Test
    void whoeverAskedIsToldWhatBecomesOfIt() {
        for (EventType<TicketFact> type : List.of(TicketEvents.ANSWERED, TicketEvents.RESOLVED, TicketEvents.CLOSED)) {
            assertThat(NotificationRules.of(event(type, operator))).hasValueSatisfying(told -> {
                assertThat(told.userId()).isEqualTo(asker);
                assertThat(told.type()).isEqualTo(NotificationType.SUPPORT);
                assertThat(told.title()).startsWith("T-000117 ").endsWith(": My disk is slow");
            });
        }
    }

    @Test
    void whoeverLooksAfterItIsToldThatItIsTheirsAndGoesOn() {
        for (EventType<TicketFact> type :
                List.of(TicketEvents.ASSIGNED, TicketEvents.FOLLOWED_UP, TicketEvents.REOPENED)) {
            assertThat(NotificationRules.of(event(type, null)))
                    .hasValueSatisfying(told -> assertThat(told.userId()).isEqualTo(operator));
        }
    }

    @Test
    void nobodyIsToldWhatTheyDidThemselves() {
        assertThat(NotificationRules.of(event(TicketEvents.CLOSED, asker))).isEmpty();
        assertThat(NotificationRules.of(event(TicketEvents.ASSIGNED, operator))).isEmpty();
    }

    @Test
    void whatNoRuleSpeaksOfIsToldToNobody() {
        assertThat(NotificationRules.of(event(TicketEvents.OPENED, null))).isEmpty();
    }

    @Test
    void aTitleIsOneLineOfAList() {
        NewNotification told = new NewNotification(asker, NotificationType.INFO, "x".repeat(300), "?", Map.of());
        assertThat(told.title()).hasSize(200).endsWith("…");
    }

    private Event<TicketFact> event(EventType<TicketFact> type, @Nullable UUID by) {
        TicketFact ticket = new TicketFact(
                UUID.randomUUID(),
                2,
                UUID.randomUUID(),
                "T-000117",
                "My disk is slow",
                TicketCategory.TECHNICAL,
                TicketPriority.HIGH,
                TicketStatus.IN_PROGRESS,
                asker,
                operator,
                List.of(),
                null,
                null,
                NOW,
                NOW,
                asker,
                by,
                null);
        EventHeaders headers = new EventHeaders(
                UUID.randomUUID(),
                type.name(),
                "/support",
                ticket.id().toString(),
                NOW,
                ticket.tenantId(),
                2,
                "story",
                null,
                new Actor(by == null ? null : by.toString(), null, null));
        return new Event<>(headers, ticket);
    }
}
