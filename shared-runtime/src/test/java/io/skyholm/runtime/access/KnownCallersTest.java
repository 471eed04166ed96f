package io.skyholm.runtime.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a caller counts more than what their credential says. */
@QuarkusTest
class KnownCallersTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final UUID session = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final UUID tenant = UUID.randomUUID();
    private final NoteCalls caller =
            new NoteCalls(user, tenant, TestTokens.ofSession(session, user, tenant, BuiltInRole.TENANT_ADMIN));

    @ParameterizedTest
    @ValueSource(strings = {"LOCKED", "INACTIVE", "DELETED"})
    void userWhoIsNotActiveIsRefusedWithAValidToken(String status) {
        knowUser(status, "TENANT_ADMIN");
        look().then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void userWhoIsLockedMeanwhileIsRefusedWithinSeconds() {
        knowUser("ACTIVE", "TENANT_ADMIN");
        look().then().statusCode(200);
        EVERYTHING.change("update known_user set status = 'LOCKED' where id = ?", user);
        assertThat(BoundedWait.waitUntil(() -> look().statusCode() == 401, WITHIN))
                .isTrue();
    }

    @Test
    void tokenFromBeforeAChangeOfPasswordIsRefused() {
        knowUser("ACTIVE", "TENANT_ADMIN");
        EVERYTHING.change("update known_user set tokens_not_before = now() + interval '2 s' where id = ?", user);
        look().then().statusCode(401);
    }

    @Test
    void tokenOfAnEndedSessionIsRefused() {
        EVERYTHING.change("insert into ended_session values (?, ?, now())", session, tenant);
        look().then().statusCode(401);
    }

    @Test
    void suspendedTenantLooksAndDoesNotChange() {
        caller.write("Milk");
        EVERYTHING.change("insert into known_tenant values (?, 1, 'SUSPENDED')", tenant);
        assertThat(BoundedWait.waitUntil(() -> caller.post("Bread").statusCode() == 403, WITHIN))
                .isTrue();
        caller.post("Bread").then().body("code", equalTo("TENANT_SUSPENDED"));
        look().then().statusCode(200);
    }

    @Test
    void typeThatOnlyANewerServiceKnowsAmongThoseWhoseReadingIsRecordedLocksNobodyOut() {
        Broker.tell(TenantEvents.CHANGED, recording("SOMETHING_NEW", "TICKET"));
        String known = "select count(*) from known_tenant where id = ? and 'SOMETHING_NEW' = any(recorded_reads)";
        assertThat(BoundedWait.waitUntil(() -> EVERYTHING.number(known, tenant) == 1, SOON))
                .isTrue();
        look().then().statusCode(200);
        caller.post("Bread").then().statusCode(201);
    }

    @Test
    void closedTenantIsRefused() {
        EVERYTHING.change("insert into known_tenant values (?, 1, 'INACTIVE')", tenant);
        look().then().statusCode(403).body("code", equalTo("TENANT_CLOSED"));
    }

    @Test
    void rolesAreThoseThatAreKnownAndNotThoseOfTheToken() {
        knowUser("ACTIVE", "nobody");
        look().then().statusCode(403);
    }

    @Test
    void roleOfTheTenantsOwnAllowsWhatItHolds() {
        knowUser("ACTIVE", "reader");
        knowRole("reader", "TICKET:READ");
        look().then().statusCode(200);
        caller.post("Bread").then().statusCode(403);
        EVERYTHING.change(
                "update known_role set permissions = '{TICKET:READ,TICKET:CREATE}' where tenant_id = ?", tenant);
        assertThat(BoundedWait.waitUntil(() -> caller.post("Bread").statusCode() == 201, WITHIN))
                .isTrue();
    }

    @Test
    void roleOfAnotherTenantAllowsNothing() {
        knowUser("ACTIVE", "reader");
        EVERYTHING.change(
                "insert into known_role values (?, 1, ?, 'reader', '{TICKET:READ}')",
                UUID.randomUUID(),
                UUID.randomUUID());
        look().then().statusCode(403);
    }

    @Test
    void apiKeyIsAsGoodAsAToken() {
        knowUser("ACTIVE", "TENANT_ADMIN");
        String key = knowKey("true, null, null, '{}'");
        with(key).get("/v1/notes").then().statusCode(200);
        with(key)
                .contentType("application/json")
                .body(Map.of("title", "Milk"))
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .body("tenantId", equalTo(tenant.toString()));
    }

    @Test
    void narrowKeyAllowsNoMoreThanItSays() {
        knowUser("ACTIVE", "TENANT_ADMIN");
        String key = knowKey("true, null, '{TICKET:READ,TENANT:DELETE}', '{}'");
        with(key).get("/v1/notes").then().statusCode(200);
        with(key)
                .contentType("application/json")
                .body(Map.of("title", "Milk"))
                .post("/v1/notes")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false, null, null, '{}'",
                "true, now() - interval '1 s', null, '{}'",
                "true, null, null, '{192.0.2.0/24}'"
            })
    void keyThatIsRevokedOrExpiredOrFromElsewhereIsRefused(String key) {
        knowUser("ACTIVE", "TENANT_ADMIN");
        with(knowKey(key)).get("/v1/notes").then().statusCode(401);
    }

    @Test
    void keyOfALockedUserIsRefused() {
        knowUser("LOCKED", "TENANT_ADMIN");
        with(knowKey("true, null, null, '{}'")).get("/v1/notes").then().statusCode(401);
    }

    @Test
    void unknownKeyIsRefused() {
        with(ApiKeyText.PREFIX + "nonsense").get("/v1/notes").then().statusCode(401);
    }

    @Test
    void useOfAKeyIsToldOnce() {
        knowUser("ACTIVE", "TENANT_ADMIN");
        String key = knowKey("true, null, null, '{}'");
        with(key).get("/v1/notes").then().statusCode(200);
        with(key).get("/v1/notes").then().statusCode(200);
        String told = "select count(*) from outbox_event where type = 'identity.key-use.seen.v1' and tenant_id = ?";
        assertThat(BoundedWait.waitUntil(() -> EVERYTHING.number(told, tenant) > 0, SOON))
                .isTrue();
        assertThat(EVERYTHING.number(told, tenant)).isEqualTo(1);
    }

    @Test
    void factsOfIdentityAreLearntAndOlderOnesChangeNothing() {
        tell("identity.tenant", "identity.tenant.changed.v1", tenant, 2, """
                {"id":"%s","generation":2,"name":"Acme","status":"SUSPENDED",
                "createdAt":"2026-03-02T09:31:12Z","updatedAt":"2026-03-02T09:31:12Z"}""".formatted(tenant));
        String known = "select count(*) from known_tenant where id = ? and status = 'SUSPENDED'";
        assertThat(BoundedWait.waitUntil(() -> EVERYTHING.number(known, tenant) == 1, SOON))
                .isTrue();
        tell("identity.tenant", "identity.tenant.created.v1", tenant, 1, """
                {"id":"%s","generation":1,"name":"Acme","status":"ACTIVE",
                "createdAt":"2026-03-02T09:31:12Z","updatedAt":"2026-03-02T09:31:12Z"}""".formatted(tenant));
        UUID later = UUID.randomUUID();
        tell("identity.tenant", "identity.tenant.created.v1", tenant, 3, """
                {"id":"%s","generation":1,"name":"Other","status":"ACTIVE",
                "createdAt":"2026-03-02T09:31:12Z","updatedAt":"2026-03-02T09:31:12Z"}""".formatted(later));
        assertThat(BoundedWait.waitUntil(
                        () -> EVERYTHING.number("select count(*) from known_tenant where id = ?", later) == 1, SOON))
                .isTrue();
        assertThat(EVERYTHING.number(known, tenant)).isEqualTo(1);
    }

    private void tell(String topic, String type, UUID key, long generation, String fact) {
        EVERYTHING.change("""
                insert into outbox_event (id, aggregate_type, aggregate_id, type, source, generation, correlation_id,
                    payload) values (?, ?, ?, ?, '/identity', ?, 'test', ?)""", UUID.randomUUID(), topic, key.toString(), type, generation, fact);
    }

    private void knowUser(String status, String role) {
        EVERYTHING.change("insert into known_user values (?, 1, ?, 'ada', ?, array[?])", user, tenant, status, role);
    }

    private void knowRole(String name, String permission) {
        EVERYTHING.change(
                "insert into known_role values (?, 1, ?, ?, array[?])", UUID.randomUUID(), tenant, name, permission);
    }

    /** Makes a key known whose state, expiry, permissions and addresses are given. */
    private String knowKey(String conditions) {
        String key = ApiKeyText.PREFIX + UUID.randomUUID();
        EVERYTHING.change(
                "insert into known_api_key values (?, 1, ?, ?, ?, " + conditions + ")",
                UUID.randomUUID(),
                tenant,
                user,
                ApiKeyText.hash(key));
        return key;
    }

    private TenantFact recording(String... types) {
        Instant now = Instant.now();
        return new TenantFact(
                tenant,
                1,
                "Acme",
                null,
                TenantStatus.ACTIVE,
                null,
                null,
                null,
                now,
                now,
                null,
                null,
                null,
                Set.of(types));
    }

    private Response look() {
        return caller.request().get("/v1/notes");
    }

    private static RequestSpecification with(String key) {
        return given().auth().oauth2(key);
    }
}
