package io.skyholm.support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.support.Fresh;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is said in tickets, and who hears it. */
@QuarkusTest
class TicketMessagesApiTest {

    private final Person asker = Person.in(UUID.randomUUID(), BuiltInRole.USER);
    private final Person operator = Person.in(UUID.randomUUID(), BuiltInRole.OPERATOR);

    @Test
    void whatIsSaidMovesTheTicket() {
        UUID ticket = Fresh.ticket(asker);
        String path = "/v1/tickets/" + ticket;
        operator.made(path + "/messages", Map.of("message", "We look into it."));
        asker.get(path).then().body("status", equalTo("IN_PROGRESS"));
        operator.patch(path, Map.of("status", "RESOLVED")).then().statusCode(200);
        asker.made(path + "/messages", Map.of("message", "It is slow again."));
        asker.get(path).then().body("status", equalTo("OPEN"));
        asker.patch(path, Map.of("status", "CLOSED")).then().statusCode(200);
        asker.post(path + "/messages", Map.of("message", "One thing more"))
                .then()
                .statusCode(409)
                .body("code", equalTo("TICKET_CLOSED"));
        asker.get(path + "/messages").then().body("items.message", contains("It is slow again.", "We look into it."));
        assertThat(Told.types(ticket))
                .contains("support.ticket.answered.v1", "support.ticket.followed-up.v1", "support.ticket.closed.v1");
    }

    @Test
    void notesAreHiddenFromTheTenantWhicheverWayItLooks() {
        UUID ticket = Fresh.ticket(asker);
        String path = "/v1/tickets/" + ticket;
        String secret = "geheim" + UUID.randomUUID().toString().substring(0, 8);
        UUID note = operator.made(path + "/messages", Map.of("message", secret, "isInternal", true));
        UUID said = operator.made(path + "/messages", Map.of("message", "We look into it."));
        operator.get(path + "/messages").then().body("items.id", containsInAnyOrder(note.toString(), said.toString()));
        Person admin = Person.in(asker.tenant(), BuiltInRole.TENANT_ADMIN);
        for (Person tenants : new Person[] {asker, admin}) {
            tenants.get(path + "/messages").then().body("items.id", contains(said.toString()));
            tenants.get(path + "/messages/" + note).then().statusCode(404);
            tenants.patch(path + "/messages/" + note, Map.of("message", "?"))
                    .then()
                    .statusCode(404);
            tenants.request()
                    .queryParam("words", secret)
                    .get("/v1/tickets")
                    .then()
                    .body("items", empty());
            tenants.post(path + "/messages", Map.of("message", "?", "isInternal", true))
                    .then()
                    .statusCode(403);
        }
        assertThat(Told.of(note)).singleElement().satisfies(event -> {
            assertThat(event.get("type")).isEqualTo("support.ticket-note.added.v1");
            assertThat(event.get("tenant_id")).isNull();
            assertThat(String.valueOf(event.get("payload")))
                    .doesNotContain(secret, asker.tenant().toString());
        });
        assertThat(Sql.asSuperuser("support")
                        .number(
                                "select count(*) from outbox_event where tenant_id = ? and payload::text like ?",
                                asker.tenant(),
                                "%" + secret + "%"))
                .isZero();
    }

    @Test
    void onlyWhoSaidItCorrectsIt() {
        String messages = "/v1/tickets/" + Fresh.ticket(asker) + "/messages";
        UUID said = asker.made(messages, Map.of("message", "It is slwo"));
        Person colleague = Person.in(asker.tenant(), BuiltInRole.USER);
        colleague.patch(messages + "/" + said, Map.of("message", "?")).then().statusCode(403);
        operator.patch(messages + "/" + said, Map.of("message", "?")).then().statusCode(403);
        asker.patch(messages + "/" + said, Map.of("message", "It is slow"))
                .then()
                .statusCode(200)
                .body("message", equalTo("It is slow"))
                .body("generation", equalTo(2));
        String elsewhere = "/v1/tickets/" + Fresh.ticket(asker) + "/messages/" + said;
        asker.get(elsewhere).then().statusCode(404);
        asker.patch(elsewhere, Map.of("message", "?")).then().statusCode(404);
    }

    @Test
    void tenantSaysNoMoreInADayThanItsQuotaAllowsAndTheOperatorAnswers() {
        UUID ticket = Fresh.ticket(asker);
        Sql.asSuperuser("support").change("""
                        insert into ticket_message (id, generation, tenant_id, ticket_id, user_id, message, is_internal, of_operator, created_at, updated_at)
                        select gen_random_uuid(), 1, ?, ?, ?, 'x', false, false, calendar_now(), calendar_now() from generate_series(1, 1000)""", asker.tenant(), ticket, asker.id());
        String messages = "/v1/tickets/" + ticket + "/messages";
        asker.post(messages, Map.of("message", "One more")).then().statusCode(507);
        operator.made(messages, Map.of("message", "Please write one long message instead"));
    }
}
