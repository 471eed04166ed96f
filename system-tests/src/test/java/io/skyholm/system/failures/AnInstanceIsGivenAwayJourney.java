package io.skyholm.system.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.DataDisks;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An instance goes to another tenant with its disks and its floating address, whole, whoever is killed while it goes. */
class AnInstanceIsGivenAwayJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String TRANSFERS = "/v1/instance-transfers";

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer giver = Customer.join(operator);
    private final Customer receiver = Customer.join(operator);
    private final Cloud cloud = new Cloud(giver.api());
    private final DataDisks disks = new DataDisks(operator, giver.api());

    @Test
    void allOfItIsTheReceiversThoughEveryServiceIsKilledOnTheWay() throws IOException {
        String instance = booted(publicVersion());
        String boot = bootDiskOf(giver.api(), instance);
        String data = disks.make(Map.of("nearInstanceId", instance));
        disks.isIn("/v1/disks/" + data, "AVAILABLE");
        Path file = disks.fileOf(data);
        DataDisks.write(file, 1, 0);
        String bytes = DataDisks.digest(file);
        String attachment = attached(instance, data);
        String address = floating(instance);
        cloud.done(instance, "stop");

        String offer = offered(instance);
        RunningSuite.crash("storage");
        accepted(offer);
        RunningSuite.crash("compute");
        RunningSuite.crash("network");
        Eventually.until(
                TIMEOUT, () -> "ACCEPTED".equals(receiver.api().get(offer).text("status")));
        RunningSuite.crash("storage");

        List<String> things = List.of(
                "/v1/instances/" + instance,
                "/v1/disks/" + boot,
                "/v1/disks/" + data,
                "/v1/disk-attachments/" + attachment,
                "/v1/addresses/" + address);
        for (String thing : things) {
            Eventually.until(
                    TIMEOUT,
                    () -> receiver.api().get(thing).status() == 200
                            && giver.api().get(thing).status() == 404);
        }
        runsAtTheReceivers(instance, address);
        assertThat(DataDisks.digest(file)).isEqualTo(bytes);
        goes(instance, data, attachment);
        assertThat(file).doesNotExist();
        RunningSuite.booksAgree(TIMEOUT);
    }

    /** Its ports are made anew where the receiver has said, and the address comes to them. */
    private void runsAtTheReceivers(String instance, String address) {
        Cloud there = new Cloud(receiver.api());
        there.done(instance, "start");
        assertThat(there.instance(instance).path("status").asText()).isEqualTo("RUNNING");
        assertThat(there.instance(instance).path("ipv4").asText()).startsWith("10.77.0.");
        receiver.api()
                .post("/v1/addresses/" + address + "/attach", Map.of("instanceId", instance))
                .expecting(200);
    }

    private void goes(String instance, String data, String attachment) {
        receiver.api().delete("/v1/disk-attachments/" + attachment).expecting(200);
        Eventually.until(TIMEOUT, () -> "DETACHED"
                .equals(receiver.api().get("/v1/disk-attachments/" + attachment).text("status")));
        receiver.api().delete("/v1/disks/" + data + "?now=true").expecting(200);
        Eventually.until(TIMEOUT, () -> "DELETED"
                .equals(receiver.api().get("/v1/disks/" + data).text("status")));
        new Cloud(receiver.api()).gone(instance);
    }

    /** Everybody may boot from it, so that it need not go along. */
    private String publicVersion() {
        byte[] bytes = new byte[1 << 20];
        new Random(2).nextBytes(bytes);
        String image = operator.post(
                        "/v1/images",
                        Map.of("name", "given-" + UUID.randomUUID(), "imageType", "CUSTOM", "visibility", "PUBLIC"))
                .expecting(201)
                .text("id");
        String versions = "/v1/images/" + image + "/versions";
        String version = operator.post(versions, Map.of("versionNumber", "1.0", "diskFormat", "RAW"))
                .expecting(201)
                .text("id");
        operator.upload(versions + "/" + version, bytes);
        Eventually.until(TIMEOUT, () -> "AVAILABLE"
                .equals(operator.get(versions + "/" + version).text("status")));
        return version;
    }

    /** Compute has to have heard of the version. */
    private String booted(String version) {
        Api.Answer asked = Eventually.get(TIMEOUT, () -> {
            Api.Answer answer = cloud.ask(1, 1, Map.of("imageVersionId", version));
            return answer.status() == 202 ? answer : null;
        });
        cloud.succeeded(asked);
        return asked.text("resourceId");
    }

    private static String bootDiskOf(Api api, String instance) {
        JsonNode found = api.get("/v1/disks?status=AVAILABLE&bootInstanceId=" + instance)
                .expecting(200)
                .body()
                .path("items");
        assertThat(found).hasSize(1);
        return found.path(0).path("id").asText();
    }

    private String attached(String instance, String data) {
        String attachment = giver.api()
                .post(
                        "/v1/disks/" + data + "/attachments",
                        Map.of("instanceId", instance, "mountPath", "/srv/orders", "mountMode", "RW"))
                .expecting(201)
                .text("id");
        disks.isIn("/v1/disk-attachments/" + attachment, "ATTACHED");
        return attachment;
    }

    /** One of a network of the platform's. */
    private String floating(String instance) {
        String subnet = subnet(operator, "198.51.100.0/24", Map.of("isPublic", true, "autoAssignIp", false));
        String address = giver.api()
                .post("/v1/addresses", Map.of("subnetId", subnet))
                .expecting(201)
                .text("id");
        giver.api()
                .post("/v1/addresses/" + address + "/attach", Map.of("instanceId", instance))
                .expecting(200);
        return address;
    }

    private static String subnet(Api api, String block, Map<String, Object> more) {
        String vpc = api.post("/v1/vpcs", Map.of("name", "given-" + UUID.randomUUID(), "cidrBlock", block))
                .expecting(201)
                .text("id");
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of("vpcId", vpc, "name", "given", "cidrBlock", block));
        return api.post("/v1/subnets", body).expecting(201).text("id");
    }

    private String offered(String instance) {
        String offer = TRANSFERS
                + "/"
                + giver.api()
                        .post(TRANSFERS, Map.of("instanceId", instance, "toTenantId", receiver.tenantId()))
                        .expecting(201)
                        .text("id");
        Eventually.until(TIMEOUT, () -> {
            JsonNode seen = receiver.api().get(offer).body();
            return seen.path("ready").asBoolean() && !seen.has("statusDetail");
        });
        JsonNode counts = receiver.api().get(offer).expecting(200).body().path("counts");
        assertThat(counts.path("dataDisks").asInt()).isEqualTo(2);
        assertThat(counts.path("addresses").asInt()).isEqualTo(1);
        assertThat(counts.path("instances").asInt()).isEqualTo(1);
        return offer;
    }

    private void accepted(String offer) {
        String subnet = subnet(receiver.api(), "10.77.0.0/24", Map.of());
        JsonNode answer = receiver.api()
                .post(offer + "/accept", Map.of("networks", List.of(Map.of("subnetId", subnet))))
                .expecting(200)
                .body();
        assertThat(answer.path("status").asText()).isEqualTo("PREPARING");
    }
}
