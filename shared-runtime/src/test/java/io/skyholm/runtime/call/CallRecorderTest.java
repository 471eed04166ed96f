package io.skyholm.runtime.call;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.sample.NoteCalls;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Every call that is to change something is told, with its end. */
@QuarkusTest
class CallRecorderTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final NoteCalls caller = NoteCalls.ofNewTenant();
    private final String correlation = UUID.randomUUID().toString();

    @Test
    void changeIsToldWithWhoDidWhatFromWhere() {
        caller.request()
                .header("X-Correlation-Id", correlation)
                .header("X-Forwarded-For", "192.0.2.9")
                .header("User-Agent", "spoon/1")
                .body(Map.of("title", "Milk"))
                .post("/v1/notes")
                .then()
                .statusCode(201);
        JsonPath call = told();
        assertThat(call.getString("userId")).isEqualTo(caller.user().toString());
        assertThat(call.getString("tenantId")).isEqualTo(caller.tenant().toString());
        assertThat(call.getString("credential")).isEqualTo("session");
        assertThat(call.getString("method")).isEqualTo("POST");
        assertThat(call.getString("path")).isEqualTo("/v1/notes");
        assertThat(call.getString("permission")).isEqualTo("TICKET:CREATE");
        assertThat(call.getString("outcome")).isEqualTo("SUCCESS");
        assertThat(call.getInt("status")).isEqualTo(201);
        assertThat(call.getString("ipAddress")).isEqualTo("192.0.2.9");
        assertThat(call.getString("userAgent")).isEqualTo("spoon/1");
    }

    @Test
    void whatWasRefusedToSomebodyIsToldToo() {
        String id = NoteCalls.ofNewTenant().write("Milk");
        caller.request()
                .header("X-Correlation-Id", correlation)
                .body(Map.of("title", "Mine"))
                .patch("/v1/notes/" + id)
                .then()
                .statusCode(404);
        JsonPath call = told();
        assertThat(call.getString("outcome")).isEqualTo("FAILURE");
        assertThat(call.getString("resourceId")).isEqualTo(id);
    }

    @Test
    void whatWasInvalidIsToldWithItsProblemAndWithoutItsBody() {
        caller.request()
                .header("X-Correlation-Id", correlation)
                .body(Map.of("title", "Milk", "secret", "hush"))
                .post("/v1/notes")
                .then()
                .statusCode(422);
        JsonPath call = told();
        assertThat(call.getString("problem")).isEqualTo("INVALID");
        assertThat(call.getInt("status")).isEqualTo(422);
        assertThat(call.prettify()).doesNotContain("hush");
    }

    @Test
    void whatIsRefusedToNobodyInParticularIsCountedAndNotToldOneByOne() {
        String network = "198.51." + ThreadLocalRandom.current().nextInt(256) + ".";
        for (int stranger = 1; stranger <= 25; stranger++) {
            given().header("X-Correlation-Id", correlation)
                    .header("X-Forwarded-For", network + stranger)
                    .contentType("application/json")
                    .body("{}")
                    .post("/v1/notes")
                    .then()
                    .statusCode(401);
        }
        assertThat(BoundedWait.waitUntil(() -> refusedFrom(network + "0/24") == 25, SOON))
                .as("counted %s of 25", refusedFrom(network + "0/24"))
                .isTrue();
        assertThat(calls()).isEmpty();
    }

    @Test
    void ofManyThatAreRefusedToOneCallerTheRestIsCountedAndAChangeIsToldAllTheSame() {
        String network = "198.18." + ThreadLocalRandom.current().nextInt(256) + ".";
        for (int call = 0; call < 100; call++) {
            caller.request()
                    .header("X-Correlation-Id", correlation)
                    .header("X-Forwarded-For", network + call)
                    .body(Map.of("title", "Milk", "secret", "hush"))
                    .post(call % 2 == 0 ? "/v1/notes" : "/v1/notes?dry_run=true")
                    .then()
                    .statusCode(422);
        }
        caller.request()
                .header("X-Correlation-Id", correlation)
                .body(Map.of("title", "Milk"))
                .post("/v1/notes")
                .then()
                .statusCode(201);

        // Of the calls that cross from one minute to the next as many again may be told.
        assertThat(BoundedWait.waitUntil(() -> calls().size() + refusedFrom(network + "0/24") == 101, SOON))
                .as("told %s, counted %s of 101", calls().size(), refusedFrom(network + "0/24"))
                .isTrue();
        assertThat(refusedFrom(network + "0/24")).isPositive();
        assertThat(calls()).anyMatch(call -> String.valueOf(call.get("payload")).contains("\"SUCCESS\""));
    }

    @Test
    void dryRunThatIsDeclinedIsToldAsTheChangeThatItIs() {
        caller.request()
                .header("X-Correlation-Id", correlation)
                .body(Map.of("title", "Milk"))
                .post("/v1/notes?dry_run=false")
                .then()
                .statusCode(201);
        assertThat(told().getBoolean("dryRun")).isFalse();
    }

    @Test
    void dryRunIsToldAsOne() {
        caller.request()
                .header("X-Correlation-Id", correlation)
                .body(Map.of("title", "Milk"))
                .post("/v1/notes?dry_run=true")
                .then()
                .statusCode(201);
        assertThat(told().getBoolean("dryRun")).isTrue();
    }

    @Test
    void lookingIsNotTold() {
        caller.request()
                .header("X-Correlation-Id", correlation)
                .get("/v1/notes")
                .then()
                .statusCode(200);
        caller.request()
                .header("X-Correlation-Id", correlation)
                .body(Map.of("title", "Milk"))
                .post("/v1/notes");
        assertThat(told().getString("method")).isEqualTo("POST");
    }

    @Test
    void lookingIsToldWhereTheTenantWantsThatRecorded() {
        EVERYTHING.change(
                "insert into known_tenant (id, generation, status, recorded_reads) values (?, 1, 'ACTIVE', array['TICKET'])",
                caller.tenant());
        UUID nowhere = UUID.randomUUID();
        caller.request()
                .header("X-Correlation-Id", correlation)
                .get("/v1/notes/" + nowhere)
                .then()
                .statusCode(404);
        JsonPath call = told();
        assertThat(call.getString("method")).isEqualTo("GET");
        assertThat(call.getString("permission")).isEqualTo("TICKET:READ");
        assertThat(call.getString("resourceId")).isEqualTo(nowhere.toString());
        assertThat(call.getInt("status")).isEqualTo(404);
        assertThat(call.getString("tenantId")).isEqualTo(caller.tenant().toString());
    }

    @Test
    void lookingAtWhatTheTenantDoesNotNameIsNotTold() {
        EVERYTHING.change(
                "insert into known_tenant (id, generation, status, recorded_reads) values (?, 1, 'ACTIVE', array['IMAGE'])",
                caller.tenant());
        lookingIsNotTold();
    }

    @Test
    void lookingWithTheIdOfAGrantThatIsNobodysIsNotTold() {
        caller.request()
                .header("X-Correlation-Id", correlation)
                .header("X-Access-Grant", UUID.randomUUID())
                .get("/v1/notes")
                .then()
                .statusCode(403);
        lookingIsNotTold();
    }

    @Test
    void lookingAtWhatIsOnesOwnIsToldWhereTheTenantWantsThatRecorded() {
        EVERYTHING.change(
                "insert into known_tenant (id, generation, status, recorded_reads) values (?, 1, 'ACTIVE', array['SESSION'])",
                caller.tenant());
        caller.request()
                .header("X-Correlation-Id", correlation)
                .get("/v1/notes/own")
                .then()
                .statusCode(200);
        assertThat(told().getString("path")).isEqualTo("/v1/notes/own");
    }

    /** The one call that was told of this story. */
    private JsonPath told() {
        List<Map<String, Object>> found = new ArrayList<>();
        assertThat(BoundedWait.waitUntil(
                        () -> {
                            found.addAll(calls());
                            return !found.isEmpty();
                        },
                        SOON))
                .isTrue();
        assertThat(found).hasSize(1);
        return JsonPath.from(String.valueOf(found.getFirst().get("payload")));
    }

    private static long refusedFrom(String addresses) {
        return EVERYTHING.number("""
                select coalesce(sum((origin ->> 'calls')::bigint), 0) from outbox_event,
                    json_array_elements(payload::json -> 'origins') as origin
                where type = 'audit.refused-calls.counted.v1' and origin ->> 'addresses' = ?""", addresses);
    }

    private List<Map<String, Object>> calls() {
        return new ArrayList<>(EVERYTHING.rows(
                "select payload from outbox_event where type = 'audit.call.ended.v1' and correlation_id = ?",
                correlation));
    }
}
