package io.skyholm.network;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.TestTokens;
import java.util.Map;
import java.util.UUID;

/** Somebody with a token, and what they ask of the service. */
public record Person(UUID id, UUID tenant, String token) {

    /** Works for the operator. */
    public static final Person ADMIN = in(UUID.randomUUID(), BuiltInRole.ADMIN);

    /** Somebody new in that tenant. */
    public static Person in(UUID tenant, BuiltInRole role) {
        UUID id = UUID.randomUUID();
        return new Person(id, tenant, TestTokens.of(id, tenant, role));
    }

    /** The owner of a tenant of which no other test knows. */
    public static Person fresh() {
        return in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public Response get(String path) {
        return request().get(path);
    }

    public Response post(String path, Object body) {
        return request().body(body).post(path);
    }

    public Response patch(String path, Object body) {
        return request().body(body).patch(path);
    }

    public Response delete(String path) {
        return request().delete(path);
    }

    /** Makes whatever is made under that path and gives its id. */
    public UUID made(String path, Map<String, ?> body) {
        return UUID.fromString(post(path, body).then().statusCode(201).extract().path("id"));
    }

    /** A VPC of this block. */
    public UUID vpc(String block) {
        return made("/v1/vpcs", Map.of("name", "VPC " + UUID.randomUUID(), "cidrBlock", block));
    }

    /** A subnet with this block, in a VPC of its own with the same. */
    public UUID subnet(String block) {
        return subnet(vpc(block), block);
    }

    /** A subnet with this block in that VPC. */
    public UUID subnet(UUID vpc, String block) {
        return made("/v1/subnets", Map.of("vpcId", vpc, "name", "Subnet " + block, "cidrBlock", block));
    }
}
