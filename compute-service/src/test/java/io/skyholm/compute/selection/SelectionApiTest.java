package io.skyholm.compute.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many instances do the same at once over HTTP. */
@QuarkusTest
class SelectionApiTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @BeforeEach
    void aPool() {
        pool = Fresh.pool();
    }

    @Test
    void eachHasItsOperationOrItsProblemInTheOrderOfTheRequest() {
        Host host = Host.in(pool);
        Guest running = Guest.running(owner, tenant, pool, host);
        Guest waiting = Guest.made(owner, tenant, Guest.in(pool, "cpuCores", 16));
        UUID nobody = UUID.randomUUID();
        Response accepted = act(owner, "RESTART", waiting.id(), running.id(), running.id(), nobody);
        accepted.then()
                .statusCode(202)
                .body("operation.kind", equalTo("RESTART_MANY"))
                .body("operation.steps.name", everyItem(equalTo("refuse")))
                .body("results.instanceId", contains(texts(waiting.id(), running.id(), nobody)))
                .body("results[0].problem.code", equalTo("INSTANCE_STATUS"))
                .body("results[1].problem", nullValue())
                .body("results[2].problem.code", equalTo("NOT_FOUND"))
                .body("results[0].problem.detail", containsString("CREATING"))
                .body("results[0].operationId", nullValue());
        UUID whole = UUID.fromString(accepted.path("operation.id"));
        accepted.then().header("Location", equalTo("/v1/operations/" + whole));
        owner.get("/v1/operations?parentId=" + whole)
                .then()
                .body("items.id", contains(accepted.<String>path("results[1].operationId")));
        running.settles(host, ThingState.RUNNING);
        running.ended(whole).then().body("status", equalTo("SUCCEEDED")).body("detail", equalTo("1 of 1 succeeded"));
    }

    @Test
    void protectedInstancesAreNotDeletedWithOthers() {
        Guest kept = Guest.made(owner, tenant, Guest.in(pool, "deletionProtection", true));
        Guest gone = Guest.made(owner, tenant, Guest.in(pool));
        act(owner, "DELETE", kept.id(), gone.id())
                .then()
                .statusCode(202)
                .body("results[0].problem.code", equalTo("DELETION_PROTECTED"))
                .body("results[1].problem", nullValue());
        gone.isSoon("DELETED");
        kept.shown().then().body("status", equalTo("CREATING"));
        act(owner, "DELETE", kept.id(), gone.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("NONE_CAN"))
                .body("errors.field", contains(texts(kept.id(), gone.id())));
    }

    @Test
    void aRepeatedKeyGivesTheFirstResultsAndBeginsNothing() {
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        Map<String, Object> body = Map.of("action", "DELETE", "instanceIds", List.of(guest.id(), UUID.randomUUID()));
        String key = UUID.randomUUID().toString();
        String first = once(key, body);
        guest.isSoon("DELETED");
        assertThat(once(key, body)).isEqualTo(first);
    }

    private String once(String key, Map<String, Object> body) {
        return owner.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/instances/actions")
                .then()
                .statusCode(202)
                .extract()
                .asString();
    }

    private static String[] texts(UUID... ids) {
        return Stream.of(ids).map(UUID::toString).toArray(String[]::new);
    }

    private static Response act(Person who, String action, UUID... ids) {
        return who.post(
                "/v1/instances/actions",
                Map.of("action", action, "instanceIds", Stream.of(ids).toList()));
    }
}
