package io.skyholm.network.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.network.Fresh;
import io.skyholm.network.Host;
import io.skyholm.network.Instance;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Floating addresses move between instances, and ports have what their instances have. */
@QuarkusTest
class FloatingAddressTest {

    private static final String PATH = "/v1/addresses";

    private final Person owner = Person.fresh();

    @Test
    void floatingAddressMovesBetweenInstancesAndOutlivesThem() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/24");
        UUID center = UUID.randomUUID();
        Host host = Host.in(center);
        Instance one = instance(center, host);
        Instance other = instance(center, host);
        Response held = owner.post(PATH, Map.of("subnetId", subnet, "ipAddress", "10.0.0.200"));
        String path = PATH + "/" + held.path("id");
        owner.post(path + "/attach", Map.of("instanceId", one.id()))
                .then()
                .statusCode(200)
                .body("status", equalTo("ALLOCATED"))
                .body("instanceId", equalTo(one.id().toString()));
        assertThat(one.desired(host, 2).addresses()).contains("10.0.0.200/24");
        owner.get("/v1/ports?instanceId=" + one.id())
                .then()
                .body("items[0].addresses", contains("10.0.0.2", "10.0.0.200"));
        owner.post(path + "/attach", Map.of("instanceId", other.id())).then().statusCode(200);
        assertThat(one.desired(host, 3).addresses()).doesNotContain("10.0.0.200/24");
        assertThat(other.desired(host, 2).addresses()).contains("10.0.0.200/24");
        other.goes(host);
        owner.get(path).then().body("status", equalTo("RESERVED")).body("instanceId", nullValue());
        owner.post(path + "/attach", Map.of("instanceId", other.id())).then().statusCode(409);
        owner.post(path + "/attach", Map.of("instanceId", UUID.randomUUID()))
                .then()
                .statusCode(422);
        owner.post(path + "/attach", Map.of("instanceId", one.id())).then().statusCode(200);
        assertThat(one.desired(host, 4).addresses()).contains("10.0.0.200/24");
        owner.request().post(path + "/detach").then().statusCode(200).body("status", equalTo("RESERVED"));
        assertThat(one.desired(host, 5).addresses()).containsExactly("10.0.0.2/24");
    }

    @Test
    void releasedAddressWaitsForTheProofThatItsPortHasItNoLonger() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/24");
        UUID center = UUID.randomUUID();
        Host host = Host.in(center);
        Instance instance = instance(center, host);
        UUID port =
                instance.hears(InstanceNetworkStatus.READY).ports().getFirst().portId();
        UUID held = owner.made(PATH, Map.of("subnetId", subnet));
        owner.post(PATH + "/" + held + "/attach", Map.of("instanceId", instance.id()))
                .then()
                .statusCode(200);
        instance.desired(host, 2);
        owner.delete(PATH + "/" + held)
                .then()
                .statusCode(200)
                .body("status", equalTo("FROZEN"))
                .body("frozenUntil", nullValue());
        instance.desired(host, 3);
        host.saw(port, 2, ThingState.RUNNING);
        owner.get(PATH + "/" + held).then().body("frozenUntil", nullValue());
        host.saw(port, 3, ThingState.RUNNING);
        Eventually.holds(
                "it can be given again",
                () -> owner.get(PATH + "/" + held).<String>path("status").equals("AVAILABLE"));
    }

    @Test
    void addressOfAPortGoesWithItsInstanceAlone() {
        UUID subnet = Fresh.subnet(owner, "10.0.0.0/24");
        UUID center = UUID.randomUUID();
        Instance instance = instance(center, Host.in(center));
        String id = owner.get(PATH + "?instanceId=" + instance.id()).path("items[0].id");
        owner.delete(PATH + "/" + id).then().statusCode(409).body("code", equalTo("ADDRESS_OF_PORT"));
        owner.request().post(PATH + "/" + id + "/detach").then().statusCode(409);
        owner.get(PATH + "?subnetId=" + subnet + "&status=ALLOCATED").then().body("items.id", contains(id));
        owner.get(PATH + "/leaks").then().statusCode(200).body("items", empty());
    }

    private Instance instance(UUID center, Host host) {
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(host);
        instance.hears(InstanceNetworkStatus.READY);
        return instance;
    }
}
