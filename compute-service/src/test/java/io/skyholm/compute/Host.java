package io.skyholm.compute;

import static io.restassured.RestAssured.given;
import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;

import io.restassured.response.Response;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.JoinStatement;
import io.skyholm.events.host.Observation;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A host with its agent, as far as the control plane can tell. */
public record Host(UUID id, HostKeys keys) {

    /** One that has just joined that pool. */
    public static Host in(UUID pool) {
        HostKeys keys = HostKeys.fresh();
        Response joined = join(joining(token(pool), keys));
        return new Host(UUID.fromString(joined.then().statusCode(201).extract().path("machineId")), keys);
    }

    /** A token with which one host may join that pool. */
    public static String token(UUID pool) {
        return ADMIN.post("/v1/join-tokens", Map.of("resourcePoolId", pool))
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    /** What an agent of these keys says when it joins. */
    public static Map<String, Object> joining(String token, HostKeys keys) {
        Map<String, Object> body = new HashMap<>();
        body.put("token", token);
        body.put("hostname", "host-" + UUID.randomUUID());
        body.put("publicKey", keys.publicKey());
        body.put("hypervisorType", "KVM");
        body.put("cpuCores", 16);
        body.put("memoryGb", 64);
        body.put("storageGb", 1000);
        body.put("gpuCount", 0);
        body.put("managementIp", Fresh.address());
        body.put("agentVersion", "1.0");
        return signed(body, keys);
    }

    /** The same, signed by these keys a moment ago. */
    public static Map<String, Object> signed(Map<String, Object> joining, HostKeys keys) {
        Instant now = Instant.now();
        JoinStatement statement = new JoinStatement(
                String.valueOf(joining.get("token")),
                String.valueOf(joining.get("publicKey")),
                keys.encryptionKey(),
                now);
        joining.put("encryptionKey", keys.encryptionKey());
        joining.put("encryptionKeySignature", keys.encryptionKeySignature());
        joining.put("signedAt", now.toString());
        joining.put("signature", keys.signature(statement));
        return joining;
    }

    public static Response join(Map<String, ?> body) {
        return given().contentType("application/json").body(body).post("/v1/host-joins");
    }

    public String path() {
        return "/v1/machines/" + id;
    }

    /** The machine as it is shown. */
    public Response shown() {
        return ADMIN.get(path());
    }

    /** Waits until the machine has that status. */
    public void isSoon(String status) {
        Eventually.holds(
                "machine " + id + " is " + status, () -> shown().path("status").equals(status));
    }

    /** Says that all is well, or what is not. */
    public void beats(String... warnings) {
        tell(new Heartbeat(id, Instant.now(), "1.1", 1, 2, 3, false, List.of(warnings)));
    }

    /** Says all that is there. */
    public void shows(Instant at, Observation... things) {
        tell(new Inventory(id, at, 1, 1, List.of(things)));
    }

    /** Reports, signed. */
    public void tell(HostReport... reports) {
        Broker.tell(Stream.of(reports).map(keys::signed).toList());
    }
}
