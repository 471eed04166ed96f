package io.skyholm.compute.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

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
    void thoseThatCanDoItAndTheOthersAreNamed() {
        Host host = Host.in(pool);
        Guest running = Guest.running(owner, tenant, pool, host);
        Guest waiting = Guest.made(owner, tenant, Guest.in(pool, "cpuCores", 1000));
        UUID nobody = UUID.randomUUID();
        Response accepted = act(owner, "RESTART", running.id(), running.id(), waiting.id(), nobody);
        accepted.then()
                .statusCode(202)
                .body("kind", equalTo("RESTART_MANY"))
                .body("steps.name", everyItem(equalTo("refuse")));
        List<String> refused = accepted.jsonPath().getList("steps.detail");
        assertThat(refused)
                .hasSize(2)
                .anyMatch(why -> why.startsWith(waiting.id().toString()) && why.contains("CREATING"))
                .anyMatch(why -> why.startsWith(nobody.toString()));
        UUID whole = UUID.fromString(accepted.path("id"));
        owner.get("/v1/operations?parentId=" + whole).then().body("items.size()", equalTo(1));
        running.settles(host, ThingState.RUNNING);
        running.ended(whole).then().body("status", equalTo("SUCCEEDED")).body("detail", equalTo("1 of 1 succeeded"));
    }

    @Test
    void protectedInstancesAreNotDeletedWithOthers() {
        Guest kept = Guest.made(owner, tenant, Guest.in(pool, "deletionProtection", true));
        Guest gone = Guest.made(owner, tenant, Guest.in(pool));
        Response accepted = act(owner, "DELETE", kept.id(), gone.id());
        accepted.then().statusCode(202);
        assertThat(accepted.jsonPath().getList("steps.detail", String.class))
                .singleElement()
                .asString()
                .startsWith(kept.id().toString());
        gone.isSoon("DELETED");
        kept.shown().then().body("status", equalTo("CREATING"));
        act(owner, "DELETE", kept.id(), gone.id()).then().statusCode(409).body("code", equalTo("NONE_CAN"));
    }

    private static Response act(Person who, String action, UUID... ids) {
        return who.post(
                "/v1/instances/actions",
                Map.of("action", action, "instanceIds", Stream.of(ids).toList()));
    }
}
