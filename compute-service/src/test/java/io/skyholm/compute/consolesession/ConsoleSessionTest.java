package io.skyholm.compute.consolesession;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.console.AskedHost;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ConsoleRequest;
import io.skyholm.events.host.ConsoleUse;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import io.skyholm.runtime.testing.fixtures.TestTokens;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A console that somebody types into, of which the test plays both ends. */
@QuarkusTest
class ConsoleSessionTest {

    private static final int TICKETS = 50;

    /** More than any buffer of a connection holds. */
    private static final long FAR_TOO_MUCH = 64L << 20;

    private static final Sql SQL = Sql.asSuperuser("compute");

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private Host host;

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private Guest guest;

    @BeforeEach
    void aGuest() {
        UUID pool = Fresh.pool();
        host = Host.in(pool);
        guest = Guest.running(owner, tenant, pool, host);
        SQL.change("update compute_machine set last_heartbeat = now() + interval '1 hour' where id = ?", host.id());
    }

    @Test
    void whatIsTypedReachesTheGuestAndWhatItWritesIsShown() {
        Terminal person = Terminal.at(ticket(owner));
        ConsoleRequest request = new AskedHost(host).asked(guest);
        assertThat(request.use()).isEqualTo(ConsoleUse.SERIAL);
        person.types("early ");
        Terminal line = Terminal.ofHost(host, request.id(), host.keys());
        line.types("login: ");
        person.shows("login: ");
        person.types("ada\n");
        line.shows("early ada\n");
        person.leaves();
        line.end();
        Eventually.rows(1, "select count(*) from console_session where id = ? and end_reason = 'LEFT'", request.id());
        assertThat(new AskedHost(host).wanted(guest)).isEmpty();
        assertThat(Told.types(request.id()))
                .containsExactly("compute.console-session.opened.v1", "compute.console-session.ended.v1");
        assertThat(SQL.value(
                        "select actor_id from outbox_event where aggregate_id = ? and type like '%opened%'",
                        request.id().toString()))
                .isEqualTo(owner.id().toString());
    }

    @Test
    void theGuestsEndIsTheEnd() {
        Terminal person = Terminal.at(ticket(owner));
        Terminal line = Terminal.ofHost(host, new AskedHost(host).asked(guest).id(), host.keys());
        line.types("bye");
        person.shows("bye");
        line.leaves();
        assertThat(person.end()).startsWith("1000");
    }

    @Test
    void aTicketOpensOneConsoleWithinAMinute() {
        String used = ticket(owner);
        Terminal first = Terminal.at(used);
        assertThat(Terminal.refusal(used)).isEqualTo(403);
        first.leaves();
        assertThat(Terminal.refusal("/v1/consoles/guessed")).isEqualTo(403);
        String old = ticket(owner);
        SQL.change(
                "update console_session set seen_at = now() - interval '61 seconds' where tenant_id = ? and status = 'TICKET'",
                tenant);
        assertThat(Terminal.refusal(old)).isEqualTo(403);
        UUID forgotten = UUID.fromString(String.valueOf(
                SQL.value("select id from console_session where tenant_id = ? and status = 'TICKET'", tenant)));
        Tasks.lookAgain("console-session", forgotten);
        Eventually.rows(0, "select count(*) from console_session where id = ?", forgotten);
    }

    @Test
    void onlyTheHostThatWasAskedOpensTheLine() {
        Terminal person = Terminal.at(ticket(owner));
        UUID request = new AskedHost(host).asked(guest).id();
        assertThat(Terminal.refusalOfHost(host, request, HostKeys.fresh())).isEqualTo(403);
        Host other = Host.in(Fresh.pool());
        assertThat(Terminal.refusalOfHost(other, request, other.keys())).isEqualTo(403);
        Terminal line = Terminal.ofHost(host, request, host.keys());
        line.types("it is me");
        person.shows("it is me");
        person.leaves();
    }

    /** The test is the replica at which the console is open. */
    @Test
    void aLineThatComesToAnotherReplicaIsPassedOn() {
        Terminal person = Terminal.at(ticket(owner));
        UUID request = new AskedHost(host).asked(guest).id();
        String held = String.valueOf(SQL.value("select held_at from console_session where id = ?", request));
        assertThat(held).startsWith("http://127.0.0.1:");
        try (OtherReplica other = new OtherReplica()) {
            UUID elsewhere = UUID.randomUUID();
            SQL.change("""
                    insert into console_session (id, generation, tenant_id, instance_id, virtual_machine_id, compute_machine_id,
                        opened_by, correlation_id, ticket_hash, status, held_at, seen_at, opened_at)
                    select ?, 1, tenant_id, instance_id, ?, compute_machine_id, opened_by, correlation_id, ?, 'OPEN', ?, now(), now()
                    from console_session where id = ?""", elsewhere, UUID.randomUUID(), elsewhere.toString(), other.address(), request);
            SQL.change("""
                    insert into console_request (id, tenant_id, instance_id, virtual_machine_id, compute_machine_id, use, expires_at)
                    select ?, tenant_id, instance_id, virtual_machine_id, compute_machine_id, 'SERIAL', now() + interval '1 minute'
                    from console_request where id = ?""", elsewhere, request);
            Terminal line = Terminal.ofHost(host, elsewhere, host.keys());
            line.types("login: ");
            line.shows("login: ");
            assertThat(other.asked()).contains("/v1/host-consoles/" + elsewhere + "/line " + host.id());
            SQL.change("delete from console_session where id = ?", elsewhere);
        }
        person.leaves();
    }

    @Test
    void aGuestHasOneConsoleWhichItsPersonTakesOver() {
        Terminal first = Terminal.at(ticket(owner));
        Person other = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        assertThat(Terminal.refusal(ticket(other))).isEqualTo(409);
        Terminal second = Terminal.at(ticket(owner));
        assertThat(first.end()).startsWith("1000 You opened the console anew");
        second.leaves();
    }

    @Test
    void aHostThatDoesNotComeIsNotWaitedForLong() {
        assertThat(Terminal.at(ticket(owner)).end()).startsWith("1011 The machine");
        Eventually.holds(
                "the host is asked no more",
                () -> new AskedHost(host).wanted(guest).isEmpty());
    }

    @Test
    void whatNothingHappensOnEnds() {
        Terminal person = Terminal.at(ticket(owner));
        Terminal line = Terminal.ofHost(host, new AskedHost(host).asked(guest).id(), host.keys());
        line.types("login: ");
        person.shows("login: ");
        assertThat(person.end()).startsWith("1000 Nothing was typed");
    }

    /** Nothing of what it prints is kept: its host is held up, and no other console. */
    @Test
    void aGuestThatPrintsWithoutEndIsHeldUp() {
        Terminal person = Terminal.at(ticket(owner));
        Terminal line = Terminal.ofHost(host, new AskedHost(host).asked(guest).id(), host.keys());
        assertThat(line.typesUntilHeldUp(FAR_TOO_MUCH)).isLessThan(FAR_TOO_MUCH);
        person.shows("print without end ");
        person.leaves();
    }

    @Test
    void whoMayNotAnyMoreTypesNoMore() {
        Terminal person = Terminal.at(ticket(owner));
        SQL.change("update instance set tenant_id = ? where id = ?", UUID.randomUUID(), guest.id());
        assertThat(person.end()).startsWith("1008 You may not");
    }

    /** What was asked for by another login goes on. */
    @Test
    void whoLogsOutTypesNoMore() {
        UUID login = UUID.randomUUID();
        Person there = new Person(
                owner.id(), tenant, TestTokens.ofSession(login, owner.id(), tenant, BuiltInRole.TENANT_ADMIN));
        String unused = ticket(there);
        String other = ticket(owner);
        Terminal person = Terminal.at(ticket(there));
        SQL.change("insert into ended_session values (?, ?, now())", login, tenant);
        assertThat(person.end()).startsWith("1008 You may not");
        assertThat(Terminal.refusal(unused)).isEqualTo(403);
        Terminal again = Terminal.at(other);
        Terminal line = Terminal.ofHost(host, new AskedHost(host).asked(guest).id(), host.keys());
        line.types("login: ");
        again.shows("login: ");
        again.leaves();
    }

    @Test
    void aConsoleThatWasEndedElsewhereEnds() {
        Terminal person = Terminal.at(ticket(owner));
        UUID session = new AskedHost(host).asked(guest).id();
        SQL.change(
                "update console_session set status = 'ENDED', ended_at = now(), end_reason = 'LOST' where id = ?",
                session);
        assertThat(person.end()).startsWith("1000");
    }

    @Test
    void ticketsAreForConsolesThatAre() {
        Guest waiting = Guest.made(owner, tenant, Guest.in(Fresh.pool()));
        owner.request()
                .post(waiting.path() + "/console-tickets")
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_CONSOLE"));
        SQL.change("update compute_machine set status = 'OFFLINE', status_before = 'ACTIVE' where id = ?", host.id());
        owner.request()
                .post(guest.path() + "/console-tickets")
                .then()
                .statusCode(503)
                .body("code", equalTo("HOST_SILENT"));
    }

    @Test
    void aTenantHasSoManyTickets() {
        for (int number = 0; number < TICKETS; number++) {
            assertThat(ticket(owner)).startsWith("/v1/consoles/");
        }
        owner.request()
                .post(guest.path() + "/console-tickets")
                .then()
                .statusCode(429)
                .body("code", equalTo("TOO_MANY_TICKETS"));
    }

    @Test
    void aTenantBeginsSoManyConsolesInAnHour() {
        SQL.change("""
                insert into console_session (id, generation, tenant_id, instance_id, virtual_machine_id, compute_machine_id,
                    opened_by, correlation_id, ticket_hash, status, seen_at, opened_at, ended_at, end_reason)
                select gen_random_uuid(), 2, ?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'test',
                    gen_random_uuid()::text, 'ENDED', now(), now() - interval '10 minutes', now(), 'LEFT'
                from generate_series(1, 300)""", tenant);
        assertThat(Terminal.refusal(ticket(owner))).isEqualTo(429);
        SQL.change(
                "update console_session set opened_at = now() - interval '61 minutes' where tenant_id = ? and status = 'ENDED'",
                tenant);
        Terminal.at(ticket(owner)).leaves();
    }

    @Test
    void aConsoleIsAWebSocket() {
        given().get("/v1/consoles/some")
                .then()
                .statusCode(400)
                .body("code", equalTo("WEBSOCKET_NEEDED"))
                .body("requestId", startsWith(""));
    }

    /** Where a fresh ticket of theirs leads. */
    private String ticket(Person person) {
        return person.request()
                .post(guest.path() + "/console-tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("path");
    }
}
