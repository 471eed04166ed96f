package io.skyholm.support.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.support.TicketCategory;
import io.skyholm.events.support.TicketEvents;
import io.skyholm.events.support.TicketFact;
import io.skyholm.events.support.TicketPriority;
import io.skyholm.events.support.TicketStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.support.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everybody hears what concerns them, and nobody what concerns others. */
@QuarkusTest
class NotificationsApiTest {

    private final Person asker = Fresh.known(UUID.randomUUID(), BuiltInRole.USER);

    @Test
    void whoeverAskedIsToldThatThereIsAnAnswer() {
        TicketFact ticket = ticket(UUID.randomUUID(), null);
        Broker.tell(TicketEvents.ANSWERED, ticket);
        List<Map<String, Object>> told =
                Eventually.found("a notification", () -> told(asker), found -> !found.isEmpty());
        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one)
                    .containsEntry("type", "SUPPORT")
                    .containsEntry("title", "T-000117 was answered: My disk is slow")
                    .containsEntry("isRead", false)
                    .containsEntry("metadata", Map.of("ticketId", ticket.id().toString()));
        });
        Person colleague = Person.in(asker.tenant(), BuiltInRole.TENANT_ADMIN);
        assertThat(told(colleague)).isEmpty();
        colleague.get("/v1/notifications/" + told.getFirst().get("id")).then().statusCode(404);
    }

    @Test
    void whatIsReadIsCountedNoMore() {
        for (String title : List.of("First", "Second", "Third")) {
            Person.ADMIN.made(
                    "/v1/notifications",
                    Map.of("userId", asker.id(), "title", title, "message", "Something happened."));
        }
        asker.get("/v1/notifications/unread").then().body("unread", equalTo(3));
        String second = asker.get("/v1/notifications").path("items[1].id");
        String since = asker.post("/v1/notifications/" + second + "/read", Map.of())
                .then()
                .statusCode(200)
                .body("isRead", equalTo(true))
                .extract()
                .path("readAt");
        asker.post("/v1/notifications/" + second + "/read", Map.of()).then().body("readAt", equalTo(since));
        asker.request()
                .queryParam("isRead", false)
                .get("/v1/notifications")
                .then()
                .body("items.title", contains("Third", "First"));
        asker.post("/v1/notifications/read", Map.of()).then().statusCode(200).body("unread", equalTo(0));
        asker.request()
                .queryParam("isRead", false)
                .get("/v1/notifications")
                .then()
                .body("items", empty());
        asker.get("/v1/notifications").then().body("items[0].readAt", notNullValue());
    }

    @Test
    void nobodyWhoIsNotActiveIsTold() {
        Sql.asSuperuser("support").change("update known_user set status = 'LOCKED' where id = ?", asker.id());
        UUID ticket = UUID.randomUUID();
        Broker.tell(TicketEvents.ANSWERED, ticket(ticket, null));
        Person next = Fresh.known(asker.tenant(), BuiltInRole.USER);
        Broker.tell(TicketEvents.FOLLOWED_UP, ticket(ticket, next.id()));
        Eventually.found("a notification of what came later", () -> told(next), found -> !found.isEmpty());
        assertThat(Sql.asSuperuser("support").number("select count(*) from notification where user_id = ?", asker.id()))
                .isZero();
    }

    @Test
    void onlyTheOperatorTellsOthersSomething() {
        Map<String, Object> hello = Map.of("userId", asker.id(), "title", "Hello", "message", "It is me.");
        Person.in(asker.tenant(), BuiltInRole.TENANT_ADMIN)
                .post("/v1/notifications", hello)
                .then()
                .statusCode(403);
        Person.ADMIN
                .post("/v1/notifications", Map.of("userId", UUID.randomUUID(), "title", "Hello", "message", "?"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("userId"));
        assertThat(told(asker)).isEmpty();
    }

    @Test
    void whatIsNotReadYetIsNotToldAgain() {
        UUID ticket = UUID.randomUUID();
        Broker.tell(TicketEvents.ANSWERED, ticket(ticket, null));
        Broker.tell(TicketEvents.ANSWERED, ticket(ticket, null));
        Broker.tell(TicketEvents.RESOLVED, ticket(ticket, null));
        List<Map<String, Object>> told =
                Eventually.found("what came last", () -> told(asker), found -> found.size() >= 2);
        assertThat(told).hasSize(2);
    }

    private TicketFact ticket(UUID id, @Nullable UUID assignedTo) {
        Instant now = Instant.now();
        return new TicketFact(
                id,
                1,
                asker.tenant(),
                "T-000117",
                "My disk is slow",
                TicketCategory.TECHNICAL,
                TicketPriority.HIGH,
                TicketStatus.IN_PROGRESS,
                asker.id(),
                assignedTo,
                List.of(),
                null,
                null,
                now,
                now,
                asker.id(),
                UUID.randomUUID(),
                null);
    }

    private static List<Map<String, Object>> told(Person to) {
        return to.get("/v1/notifications").jsonPath().getList("items");
    }
}
