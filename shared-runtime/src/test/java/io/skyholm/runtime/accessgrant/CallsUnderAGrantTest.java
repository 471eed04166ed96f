package io.skyholm.runtime.accessgrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.AccessGrantEvents;
import io.skyholm.events.identity.AccessGrantFact;
import io.skyholm.events.identity.AccessGrantStatus;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.sample.NoteCalls;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator in a tenant that consented: what a service lets them do, and what it tells of it. */
@QuarkusTest
class CallsUnderAGrantTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final UUID grant = UUID.randomUUID();
    private final NoteCalls customer = NoteCalls.ofNewTenant();
    private final NoteCalls operator = operator();
    private String note = "";

    @BeforeEach
    void customerHasANoteAndConsents() {
        EVERYTHING.change("insert into known_tenant values (?, 1, 'ACTIVE')", customer.tenant());
        note = customer.write("Milk");
        know("ACTIVE", "interval '1 hour'");
    }

    @Test
    void whatTheTenantHasIsSeenAndNothingElse() {
        NoteCalls.ofNewTenant().write("Bread");
        under(grant).get("/v1/notes").then().statusCode(200).body("items.id", contains(note));
        assertThat(operator.tenantsSeen()).contains(customer.tenant().toString());
    }

    @Test
    void whatTheGrantDoesNotNameIsNotDoneThoughTheOperatorMayDoItAtHome() {
        under(grant)
                .body(Map.of("title", "Bread"))
                .post("/v1/notes")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void grantThatIsOverWithdrawnOrUnknownIsRefused() {
        refused(under(UUID.randomUUID()).get("/v1/notes"));
        know("ACTIVE", "interval '-1 second'");
        assertThat(BoundedWait.waitUntil(() -> under(grant).get("/v1/notes").statusCode() == 403, SOON))
                .isTrue();
        know("WITHDRAWN", "interval '1 hour'");
        refused(under(grant).get("/v1/notes"));
    }

    @Test
    void anotherOperatorsGrantIsRefused() {
        refused(operator().request().header(AccessGrantHeader.NAME, grant).get("/v1/notes"));
    }

    @Test
    void suspendedTenantIsEnteredByNobody() {
        EVERYTHING.change("update known_tenant set status = 'SUSPENDED' where id = ?", customer.tenant());
        refused(under(grant).get("/v1/notes"));
    }

    @Test
    void whatIsNoIdIsRefusedByName() {
        operator.request()
                .header(AccessGrantHeader.NAME, "mine")
                .get("/v1/notes")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo(AccessGrantHeader.NAME));
    }

    @Test
    void lookingIsToldToTheTenantWithWhoAndWhy() {
        String correlation = UUID.randomUUID().toString();
        under(grant).header("X-Correlation-Id", correlation).get("/v1/notes/" + note);
        JsonPath call = told(correlation);
        assertThat(call.getString("tenantId")).isEqualTo(customer.tenant().toString());
        assertThat(call.getString("userId")).isEqualTo(operator.user().toString());
        assertThat(call.getString("method")).isEqualTo("GET");
        assertThat(call.getString("resourceId")).isEqualTo(note);
        assertThat(call.getString("outcome")).isEqualTo("SUCCESS");
        assertThat(call.getString("accessGrant.id")).isEqualTo(grant.toString());
        assertThat(call.getString("accessGrant.reason")).isEqualTo("Ticket 4711");
        assertThat(call.getString("accessGrant.operator")).isEqualTo("user-" + operator.user());
    }

    @Test
    void lookingUnderAGrantThatIsNotInForceIsNotTold() {
        know("REQUESTED", "interval '1 hour'");
        lookingIsNotTold(operator);
    }

    @Test
    void lookingUnderAnotherOperatorsGrantIsNotTold() {
        lookingIsNotTold(operator());
    }

    @Test
    void attemptToChangeWithoutConsentIsToldWhereTheOperatorIsAtHome() {
        know("REQUESTED", "interval '1 hour'");
        String correlation = UUID.randomUUID().toString();
        refused(under(grant)
                .header("X-Correlation-Id", correlation)
                .body(Map.of("title", "Bread"))
                .post("/v1/notes"));
        JsonPath call = told(correlation);
        assertThat(call.getString("tenantId")).isEqualTo(operator.tenant().toString());
        assertThat(call.getString("problem")).isEqualTo("ACCESS_GRANT_NOT_VALID");
    }

    @Test
    void grantsAreLearntFromIdentitysFactsAndOlderOnesChangeNothing() {
        UUID learnt = UUID.randomUUID();
        Broker.tell(AccessGrantEvents.WITHDRAWN, fact(learnt, 3, AccessGrantStatus.WITHDRAWN));
        Broker.tell(AccessGrantEvents.ACCEPTED, fact(learnt, 2, AccessGrantStatus.ACTIVE));
        UUID later = UUID.randomUUID();
        Broker.tell(AccessGrantEvents.ACCEPTED, fact(later, 2, AccessGrantStatus.ACTIVE));
        String known = "select count(*) from known_access_grant where id = ? and status = ?";
        assertThat(BoundedWait.waitUntil(() -> EVERYTHING.number(known, later, "ACTIVE") == 1, SOON))
                .isTrue();
        assertThat(BoundedWait.waitUntil(() -> EVERYTHING.number(known, learnt, "WITHDRAWN") == 1, SOON))
                .isTrue();
    }

    /** What follows is told, and so what came before would have been. */
    private void lookingIsNotTold(NoteCalls by) {
        String correlation = UUID.randomUUID().toString();
        refused(by.request()
                .header("X-Correlation-Id", correlation)
                .header(AccessGrantHeader.NAME, grant)
                .get("/v1/notes"));
        refused(by.request()
                .header("X-Correlation-Id", correlation)
                .header(AccessGrantHeader.NAME, grant)
                .body(Map.of("title", "Bread"))
                .post("/v1/notes"));
        assertThat(told(correlation).getString("method")).isEqualTo("POST");
        assertThat(EVERYTHING.number(
                        "select count(*) from outbox_event where type = 'audit.call.ended.v1' and correlation_id = ?",
                        correlation))
                .isOne();
    }

    private AccessGrantFact fact(UUID id, long generation, AccessGrantStatus status) {
        Instant now = Instant.now();
        return new AccessGrantFact(
                id,
                generation,
                customer.tenant(),
                operator.user(),
                "sigrid",
                "Ticket 4711",
                Set.of(),
                60,
                status,
                now,
                customer.user(),
                now,
                now.plusSeconds(3600),
                null,
                now,
                now,
                null);
    }

    /** Makes the grant known anew, which ends so long from now. */
    private void know(String status, String end) {
        EVERYTHING.change("delete from known_access_grant where id = ?", grant);
        EVERYTHING.change(
                "insert into known_access_grant values (?, 1, ?, ?, ?, '{TICKET:READ,TICKET:CREATE}', 'Ticket 4711', now() + "
                        + end + ")",
                grant,
                customer.tenant(),
                operator.user(),
                status);
    }

    private RequestSpecification under(UUID id) {
        return operator.request().header(AccessGrantHeader.NAME, id);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("ACCESS_GRANT_NOT_VALID"));
    }

    private static NoteCalls operator() {
        UUID user = UUID.randomUUID();
        UUID home = UUID.randomUUID();
        return new NoteCalls(user, home, TestTokens.of(user, home, BuiltInRole.OPERATOR));
    }

    /** The call that was told of this story. */
    private static JsonPath told(String correlation) {
        String calls = "select payload from outbox_event where type = 'audit.call.ended.v1' and correlation_id = ?";
        assertThat(BoundedWait.waitUntil(
                        () -> !EVERYTHING.rows(calls, correlation).isEmpty(), SOON))
                .isTrue();
        return JsonPath.from(
                String.valueOf(EVERYTHING.rows(calls, correlation).getFirst().get("payload")));
    }
}
