package io.skyholm.runtime.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.events.access.BuiltInRole;
import java.util.Map;
import java.util.UUID;

/** Somebody with a token, and what they ask of the service. */
public record Person(UUID id, UUID tenant, String token) {

    /** Works for the operator, in a tenant that nothing else is known of. */
    public static final Person ADMIN = in(UUID.randomUUID(), BuiltInRole.ADMIN);

    /** Somebody new in that tenant. */
    public static Person in(UUID tenant, BuiltInRole role) {
        return known(UUID.randomUUID(), tenant, role);
    }

    /** That user of that tenant, with a token of this role. */
    public static Person known(UUID id, UUID tenant, BuiltInRole role) {
        return new Person(id, tenant, TestTokens.of(id, tenant, role));
    }

    /** The owner of a tenant of which no other test knows. */
    public static Person fresh() {
        return in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN);
    }

    /** A request to which headers and parameters can be added. */
    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public Response get(String path) {
        return request().get(path);
    }

    public Response post(String path, Object body) {
        return request().body(body).post(path);
    }

    public Response put(String path, Object body) {
        return request().body(body).put(path);
    }

    public Response patch(String path, Object body) {
        return request().body(body).patch(path);
    }

    public Response delete(String path) {
        return request().delete(path);
    }

    /** Creates what that path creates and gives its id. */
    public UUID made(String path, Map<String, ?> body) {
        return UUID.fromString(post(path, body).then().statusCode(201).extract().path("id"));
    }
}
