package io.skyholm.runtime.sample;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calls about notes by somebody of a tenant. */
public record NoteCalls(UUID user, UUID tenant, String token) {

    /** Somebody who may do everything in a tenant that nobody else uses. */
    public static NoteCalls ofNewTenant() {
        UUID user = UUID.randomUUID();
        UUID tenant = UUID.randomUUID();
        return new NoteCalls(user, tenant, TestTokens.of(user, tenant, BuiltInRole.TENANT_ADMIN));
    }

    /** The same person with another token. */
    public NoteCalls with(String other) {
        return new NoteCalls(user, tenant, other);
    }

    /** The beginning of a call. */
    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** Writes a note and gives its id. */
    public String write(String title) {
        return post(title).then().statusCode(201).extract().path("id");
    }

    /** Tries to write a note. */
    public Response post(String title) {
        return request().body(Map.of("title", title)).post("/v1/notes");
    }

    /** Tries to write a note under a key. */
    public Response postOnce(String key, String title) {
        return request()
                .header("Idempotency-Key", key)
                .body(Map.of("title", title))
                .post("/v1/notes");
    }

    /** Asks for a note. */
    public Response get(String id) {
        return request().get("/v1/notes/" + id);
    }

    /** The tenants whose notes the caller is shown. */
    public List<String> tenantsSeen() {
        return request().get("/v1/notes").then().statusCode(200).extract().path("items.tenantId");
    }
}
