package io.skyholm.identity.accessgrant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.mail.Mailbox;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators ask, tenants answer, and what they consented to ends. */
@QuarkusTest
class AccessGrantsApiTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("identity");
    private static final String GRANTS = "/v1/access-grants";

    private final Person operator = Person.in(UUID.randomUUID(), BuiltInRole.OPERATOR);
    private UUID tenant;
    private Person customer;

    @BeforeEach
    void makeATenant() {
        tenant = Fresh.tenant();
        customer = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void administratorsAreToldByMailAndSeeWhoAsksForWhatAndWhy() {
        EVERYTHING.change("update app_user set email_verified = true where id = ?", customer.id());
        UUID id = requested();
        customer.get(GRANTS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("REQUESTED"))
                .body("operatorId", equalTo(operator.id().toString()))
                .body("operatorName", equalTo("user-" + operator.id()))
                .body("reason", equalTo("Ticket 4711"))
                .body("answerUntil", notNullValue());
        String address = customer.get("/v1/users/" + customer.id()).path("email");
        assertThat(new Mailbox(address).about("An operator asks").mail(1))
                .contains("Ticket 4711")
                .contains(id.toString());
        assertThat(Told.types(id)).containsExactly("identity.access-grant.requested.v1");
    }

    @Test
    void byConsentTheOperatorSeesTheTenantsThingsAndCreatesNothingThatLetsSomebodyIn() {
        UUID id = accepted();
        Eventually.holds("operator is let in", () -> under(id, "/v1/users").statusCode() == 200);
        under(id, "/v1/users").then().body("items.id", contains(customer.id().toString()));
        under(id, "/v1/tenants").then().body("items.id", contains(tenant.toString()));
        operator.get("/v1/users").then().statusCode(403);
        for (String own : List.of("/v1/me", "/v1/sessions")) {
            under(id, own).then().statusCode(403).body("code", equalTo("NOT_UNDER_ACCESS_GRANT"));
        }
        for (String keys : List.of("/v1/api-keys", "/v1/ssh-keys")) {
            under(id, keys).then().statusCode(403);
        }
        operator.request()
                .header("X-Access-Grant", id)
                .body(Fresh.userOf(tenant))
                .post("/v1/users")
                .then()
                .statusCode(403);
    }

    @Test
    void withdrawnConsentEndsWithinSeconds() {
        UUID id = accepted();
        Eventually.holds("operator is let in", () -> under(id, "/v1/users").statusCode() == 200);
        customer.delete(GRANTS + "/" + id).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        Eventually.holds("operator is refused", () -> under(id, "/v1/users").statusCode() == 403);
        under(id, "/v1/users").then().body("code", equalTo("ACCESS_GRANT_NOT_VALID"));
        assertThat(Told.types(id))
                .containsExactly(
                        "identity.access-grant.requested.v1",
                        "identity.access-grant.accepted.v1",
                        "identity.access-grant.withdrawn.v1");
        customer.delete(GRANTS + "/" + id).then().statusCode(200);
    }

    @Test
    void operatorGivesAGrantBack() {
        UUID id = accepted();
        operator.delete(GRANTS + "/" + id).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void refusedRequestIsOver() {
        UUID id = requested();
        answer(customer, id, "refuse").then().statusCode(200).body("status", equalTo("REFUSED"));
        answer(customer, id, "accept").then().statusCode(409).body("code", equalTo("ACCESS_GRANT_NOT_REQUESTED"));
        answer(customer, id, "refuse").then().statusCode(409);
        customer.delete(GRANTS + "/" + id).then().statusCode(409).body("code", equalTo("ACCESS_GRANT_ENDED"));
        assertThat(Told.types(id)).endsWith("identity.access-grant.refused.v1");
    }

    @Test
    void nobodyButTheTenantsAdministratorsAnswers() {
        UUID id = requested();
        answer(Fresh.person(tenant, BuiltInRole.USER), id, "accept").then().statusCode(403);
        answer(Person.fresh(), id, "accept").then().statusCode(404);
        answer(operator, id, "accept").then().statusCode(403);
        answer(Person.ADMIN, id, "accept").then().statusCode(403);
        String key = customer.post("/v1/api-keys", Map.of("name", "farm")).path("key");
        Eventually.holds(
                "key is known", () -> given().auth().oauth2(key).get(GRANTS).statusCode() == 200);
        given().auth()
                .oauth2(key)
                .contentType("application/json")
                .post(GRANTS + "/" + id + "/accept")
                .then()
                .statusCode(403);
        customer.get(GRANTS + "/" + id).then().body("status", equalTo("REQUESTED"));
    }

    @Test
    void onlyOperatorsAskAndOnlyOtherTenantsThatAreActive() {
        UUID other = Fresh.tenant();
        customer.post(GRANTS, request(other)).then().statusCode(403);
        operator.post(GRANTS, request(operator.tenant())).then().statusCode(422);
        Person.ADMIN
                .patch("/v1/tenants/" + other, Map.of("status", "SUSPENDED"))
                .then()
                .statusCode(200);
        operator.post(GRANTS, request(other)).then().statusCode(422).body("errors[0].field", equalTo("tenantId"));
        operator.post(
                        GRANTS,
                        Map.of("tenantId", tenant, "reason", "x", "minutes", 60, "permissions", List.of("USER:CREATE")))
                .then()
                .statusCode(422)
                .body("detail", containsString("USER:CREATE"));
    }

    @Test
    void operatorAsksATenantForOneAtATimeAndTenTimesADay() {
        for (int time = 1; time <= 10; time++) {
            UUID id = requested();
            operator.post(GRANTS, request(tenant)).then().statusCode(409).body("code", equalTo("ACCESS_GRANT_OPEN"));
            operator.delete(GRANTS + "/" + id).then().statusCode(200);
        }
        operator.post(GRANTS, request(tenant))
                .then()
                .statusCode(429)
                .body("code", equalTo("ACCESS_REQUEST_LIMIT_REACHED"));
    }

    @Test
    void soManyRequestsOfATenantAreOpenAtOnce() {
        for (int time = 1; time <= 20; time++) {
            Person.in(UUID.randomUUID(), BuiltInRole.OPERATOR).made(GRANTS, request(tenant));
        }
        operator.post(GRANTS, request(tenant)).then().statusCode(429);
    }

    @Test
    void requestThatNobodyAnswersEnds() {
        UUID id = requested();
        over(id, "answer_until");
        Eventually.holds("it is told", () -> Told.types(id).contains("identity.access-grant.expired.v1"));
        customer.get(GRANTS + "/" + id).then().body("status", equalTo("EXPIRED"));
        answer(customer, id, "accept").then().statusCode(409);
        requested();
    }

    @Test
    void grantEndsAtItsTimeForAllWhoLook() {
        UUID id = accepted();
        EVERYTHING.change("update access_grant set expires_at = now() - interval '1 second' where id = ?", id);
        customer.get(GRANTS + "/" + id).then().body("status", equalTo("EXPIRED"));
        customer.get(GRANTS + "?status=ACTIVE").then().body("items", empty());
        customer.get(GRANTS + "?status=EXPIRED").then().body("items.id", contains(id.toString()));
        over(id, "expires_at");
        Eventually.holds("it is told", () -> Told.types(id).contains("identity.access-grant.expired.v1"));
    }

    private UUID requested() {
        return operator.made(GRANTS, request(tenant));
    }

    private UUID accepted() {
        UUID id = requested();
        answer(customer, id, "accept").then().statusCode(200).body("status", equalTo("ACTIVE"));
        return id;
    }

    /** Lets its time be over, and the reconciler look again. */
    private static void over(UUID id, String end) {
        EVERYTHING.change("update access_grant set " + end + " = now() - interval '1 second' where id = ?", id);
        Tasks.lookAgain("access-grant", id);
    }

    private static Map<String, Object> request(UUID tenant) {
        return Map.of("tenantId", tenant, "reason", "Ticket 4711", "minutes", 60);
    }

    private static Response answer(Person person, UUID id, String how) {
        return person.request().post(GRANTS + "/" + id + "/" + how);
    }

    private Response under(UUID id, String path) {
        return operator.request().header("X-Access-Grant", id).get(path);
    }
}
