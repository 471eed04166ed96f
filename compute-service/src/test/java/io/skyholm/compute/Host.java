package io.skyholm.compute;

import static io.restassured.RestAssured.given;
import static io.skyholm.compute.Person.ADMIN;

import io.restassured.response.Response;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A host with its agent, as far as the control plane can tell. */
public record Host(UUID id, KeyPair keys) {

    /** One that has just joined that pool. */
    public static Host in(UUID pool) {
        KeyPair keys = newKeys();
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
    public static Map<String, Object> joining(String token, KeyPair keys) {
        Map<String, Object> body = new HashMap<>();
        body.put("token", token);
        body.put("hostname", "host-" + UUID.randomUUID());
        body.put(
                "publicKey", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        body.put("hypervisorType", "KVM");
        body.put("cpuCores", 16);
        body.put("memoryGb", 64);
        body.put("storageGb", 1000);
        body.put("gpuCount", 0);
        body.put("managementIp", Fresh.address());
        body.put("agentVersion", "1.0");
        return body;
    }

    public static Response join(Map<String, ?> body) {
        return given().contentType("application/json").body(body).post("/v1/host-joins");
    }

    public static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
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
        Broker.tell(Stream.of(reports).map(report -> signed(report, keys)).toList());
    }

    /** The report as somebody with these keys signs it. */
    public static ProducerRecord<String, String> signed(HostReport report, KeyPair keys) {
        String text = EventJson.write(report);
        ProducerRecord<String, String> record =
                new ProducerRecord<>(HostTopics.OBSERVED, report.hostId().toString(), text);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            record.headers().add(HostTopics.SIGNATURE, Base64.getEncoder().encode(signature.sign()));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
        return record;
    }
}
