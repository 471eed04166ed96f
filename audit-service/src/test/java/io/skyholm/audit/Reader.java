package io.skyholm.audit;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.TestTokens;
import java.util.Map;
import java.util.UUID;

/** Somebody with a token who reads the audit. */
public record Reader(String token) {

    /** Works for the operator and sees every tenant's entries. */
    public static final Reader ADMIN = in(UUID.randomUUID(), BuiltInRole.ADMIN);

    private static final String ENTRIES = "/v1/audit-entries";

    /** Somebody new in that tenant. */
    public static Reader in(UUID tenant, BuiltInRole role) {
        return new Reader(TestTokens.of(tenant, role));
    }

    public Response entry(UUID id) {
        return given().auth().oauth2(token).get(ENTRIES + "/" + id);
    }

    public Response entries(Map<String, ?> filter) {
        return get(ENTRIES, filter);
    }

    public Response get(String path, Map<String, ?> query) {
        return given().auth().oauth2(token).queryParams(query).get(path);
    }

    public Response verification(UUID chain) {
        return get("/v1/audit-chains/" + chain + "/verification");
    }

    public Response get(String path) {
        return given().auth().oauth2(token).get(path);
    }

    /** The entry, which is written when Kafka has brought its event. */
    public static Response written(UUID id) {
        Eventually.holds("entry " + id + " is written", () -> ADMIN.entry(id).statusCode() == 200);
        return ADMIN.entry(id);
    }
}
