package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** From registration to a running instance with its address, through its life, and to nothing again. */
class LaunchAnInstanceJourney {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer customer =
            Customer.register("launch" + UUID.randomUUID().toString().substring(0, 8));
    private final Cloud cloud = new Cloud(customer.api());

    @Test
    void instanceFindsItsPlaceAndItsAddressAndGivesThemBack() {
        String id = cloud.running(Map.of());
        JsonNode running = cloud.instance(id);
        assertThat(running.path("status").asText()).isEqualTo("RUNNING");
        String address = running.path("ipAddress").asText();
        assertThat(address).startsWith("10.64.");

        cloud.done(id, "stop");
        assertThat(cloud.instance(id).path("status").asText()).isEqualTo("STOPPED");
        cloud.done(id, "start");
        assertThat(cloud.instance(id).path("status").asText()).isEqualTo("RUNNING");
        cloud.succeeded(customer.api()
                .post("/v1/instances/" + id + "/resize", Map.of("cpuCores", 2, "memoryGb", 2))
                .expecting(202));
        JsonNode larger = cloud.instance(id);
        assertThat(larger.path("cpuCores").asInt()).isEqualTo(2);
        assertThat(larger.path("ipAddress").asText()).isEqualTo(address);

        cloud.gone(id);
        assertThat(cloud.instance(id).path("status").asText()).isEqualTo("DELETED");
        assertThat(addressesOf(id)).isZero();
        Eventually.until(SOON, () -> types(id)
                .containsAll(List.of(
                        "compute.instance.created.v1",
                        "compute.instance.placed.v1",
                        "compute.instance.started.v1",
                        "compute.instance.stopped.v1",
                        "compute.instance.deleted.v1",
                        "network.instance-network.changed.v1")));
    }

    @Test
    void instanceLivesInItsTenantsOwnNetwork() {
        Api owner = customer.api();
        String vpc = owner.post("/v1/vpcs", Map.of("name", "shop", "cidrBlock", "10.1.0.0/16"))
                .expecting(201)
                .text("id");
        String subnet = owner.post("/v1/subnets", Map.of("vpcId", vpc, "name", "front", "cidrBlock", "10.1.1.0/24"))
                .expecting(201)
                .text("id");
        owner.post("/v1/subnets", Map.of("vpcId", vpc, "name", "overlap", "cidrBlock", "10.1.1.128/25"))
                .expecting(409);
        String id = cloud.running(Map.of("networks", List.of(Map.of("subnetId", subnet, "address", "10.1.1.77"))));
        assertThat(cloud.instance(id).path("ipAddress").asText()).isEqualTo("10.1.1.77");
        Api stranger = Customer.join(operator).api();
        assertThat(stranger.get("/v1/instances/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/v1/subnets/" + subnet).status()).isEqualTo(404);
        cloud.gone(id);
    }

    private long addressesOf(String instance) {
        return StreamSupport.stream(
                        operator.get("/v1/addresses?instanceId=" + instance)
                                .expecting(200)
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(address -> address.path("status").asText().equals("ALLOCATED"))
                .count();
    }

    private List<String> types(String id) {
        JsonNode items = operator.get("/v1/audit-entries?limit=500&resourceId=" + id)
                .expecting(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(entry -> entry.path("eventType").asText())
                .collect(Collectors.toList());
    }
}
