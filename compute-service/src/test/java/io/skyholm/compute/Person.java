package io.skyholm.compute;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.TestTokens;
import java.util.UUID;

/** Somebody with a token, and what they ask of the service. */
public record Person(UUID id, String token) {

    /** Works for the operator, in a tenant that nothing else is known of. */
    public static final Person ADMIN = in(UUID.randomUUID(), BuiltInRole.ADMIN);

    /** Somebody new in that tenant. */
    public static Person in(UUID tenant, BuiltInRole role) {
        UUID id = UUID.randomUUID();
        return new Person(id, TestTokens.of(id, tenant, role));
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
}
