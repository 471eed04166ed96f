package io.skyholm.support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.support.Fresh;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people ask, and how it comes to an end. */
@QuarkusTest
class TicketsApiTest {

    private final Person asker = Person.in(UUID.randomUUID(), BuiltInRole.USER);

    @Test
    void goesFromOpenToClosedAndBack() {
        UUID ticket = Fresh.ticket(asker);
        Person operator = Fresh.known(UUID.randomUUID(), BuiltInRole.OPERATOR);
        String path = "/v1/tickets/" + ticket;
        asker.get(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("priority", equalTo("MEDIUM"))
                .body("userId", equalTo(asker.id().toString()));
        operator.patch(path, Map.of("assignedTo", operator.id()))
                .then()
                .statusCode(200)
                .body("assignedTo", equalTo(operator.id().toString()));
        operator.patch(path, Map.of("status", "RESOLVED"))
                .then()
                .statusCode(200)
                .body("resolvedAt", notNullValue());
        asker.patch(path, Map.of("status", "CLOSED"))
                .then()
                .statusCode(200)
                .body("resolvedAt", notNullValue())
                .body("closedAt", notNullValue());
        operator.patch(path, Map.of("status", "RESOLVED"))
                .then()
                .statusCode(409)
                .body("code", equalTo("TICKET_STATUS"));
        asker.patch(path, Map.of("status", "OPEN"))
                .then()
                .statusCode(200)
                .body("resolvedAt", nullValue())
                .body("closedAt", nullValue());
        assertThat(Told.types(ticket))
                .containsExactly(
                        "support.ticket.opened.v1",
                        "support.ticket.assigned.v1",
                        "support.ticket.resolved.v1",
                        "support.ticket.closed.v1",
                        "support.ticket.reopened.v1");
    }

    @Test
    void tenantSaysNeitherWhoWorksOnItNorThatSomebodyDoes() {
        String path = "/v1/tickets/" + Fresh.ticket(asker);
        asker.patch(path, Map.of("assignedTo", asker.id())).then().statusCode(403);
        asker.patch(path, Map.of("status", "IN_PROGRESS")).then().statusCode(403);
        Person.ADMIN
                .patch(path, Map.of("assignedTo", asker.id()))
                .then()
                .statusCode(422)
                .body("errors.field", contains("assignedTo"));
        Person.ADMIN
                .patch(path, Map.of("status", "DELETED"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("status"));
        asker.get(path).then().body("generation", equalTo(1));
    }

    @Test
    void isHiddenFromOtherTenantsWhoKnowItsNumber() {
        UUID ticket = Fresh.ticket(asker);
        String number = asker.get("/v1/tickets/" + ticket).path("ticketNumber");
        Person other = Person.fresh();
        other.get("/v1/tickets/" + ticket).then().statusCode(404);
        other.request()
                .queryParam("ticketNumber", number)
                .get("/v1/tickets")
                .then()
                .body("items", empty());
        asker.request()
                .queryParam("ticketNumber", number)
                .get("/v1/tickets")
                .then()
                .body("items.id", contains(ticket.toString()));
    }

    @Test
    void isFoundByTheWordsThatStandInIt() {
        String word = "zweispitz" + UUID.randomUUID().toString().substring(0, 8);
        UUID inSubject = asker.made("/v1/tickets", Map.of("subject", word, "description", "?"));
        UUID inMessage = Fresh.ticket(asker);
        asker.made("/v1/tickets/" + inMessage + "/messages", Map.of("message", "What is a " + word + "?"));
        asker.request()
                .queryParam("words", word)
                .get("/v1/tickets")
                .then()
                .statusCode(200)
                .body("items.id", contains(inMessage.toString(), inSubject.toString()));
        asker.request()
                .queryParam("words", word + " -what")
                .get("/v1/tickets")
                .then()
                .body("items.id", contains(inSubject.toString()));
        Person.fresh()
                .request()
                .queryParam("words", word)
                .get("/v1/tickets")
                .then()
                .body("items", empty());
    }

    @Test
    void numbersHaveNoGapsAlsoWhereSomeAreRefused() {
        List<Integer> answers = Crowd.of(8, at -> {
            String subject = at % 2 == 0 ? "Number " + at : "";
            return asker.post("/v1/tickets", Map.of("subject", subject, "description", "?"))
                    .statusCode();
        });
        assertThat(answers).containsOnly(201, 422);
        assertThat(Sql.asSuperuser("support").number("select max(number) - count(*) from ticket"))
                .isZero();
    }

    @Test
    void quotaIsOfThoseThatAreNotClosedOrWereToday() {
        assertThat(CountedKind.TICKETS.usual()).isEqualTo(200);
        UUID tenant = asker.tenant();
        Sql.asSuperuser("support").change("""
                        insert into ticket (id, generation, tenant_id, number, ticket_number, subject, description, category, priority,
                            status, tags, created_at, updated_at)
                        select gen_random_uuid(), 1, ?, -n, 'X' || n, 'x', 'x', 'OTHER', 'LOW', 'OPEN', '{}', now(), now()
                        from generate_series(1, 199) n""", tenant);
        UUID last = Fresh.ticket(asker);
        asker.post("/v1/tickets", Map.of("subject", "One more", "description", "?"))
                .then()
                .statusCode(507);
        asker.patch("/v1/tickets/" + last, Map.of("status", "CLOSED")).then().statusCode(200);
        asker.post("/v1/tickets", Map.of("subject", "One more", "description", "?"))
                .then()
                .statusCode(507);
        TestClock.forward(Duration.ofHours(25));
        Fresh.ticket(asker);
        Sql.asSuperuser("support").change("delete from ticket where tenant_id = ? and number < 0", tenant);
    }
}
