package io.skyholm.identity.serviceaccount;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service accounts of a fresh tenant, as its administrator makes them and as their programs come in. */
record ServiceAccountCalls(UUID tenant, Person admin) {

    static ServiceAccountCalls ofNewTenant() {
        UUID tenant = Fresh.tenant();
        return new ServiceAccountCalls(tenant, Fresh.person(tenant, BuiltInRole.TENANT_ADMIN));
    }

    Response made(String... roles) {
        Response made = admin.post("/v1/service-accounts", named(roles));
        made.then().statusCode(201);
        return made;
    }

    static Map<String, Object> named(String... roles) {
        return Map.of("name", Fresh.name(), "roles", List.of(roles));
    }

    Response change(Response made, Map<String, ?> change) {
        return admin.patch("/v1/service-accounts/" + made.path("id"), change);
    }

    String rotated(Response made, Map<String, ?> how) {
        Response rotated = admin.put("/v1/service-accounts/" + made.path("id") + "/secret", how);
        rotated.then().statusCode(200);
        return rotated.path("clientSecret");
    }

    static String tokenOf(Response made) {
        Response answer = asked(made.path("id"), made.path("clientSecret"));
        answer.then().statusCode(200);
        return answer.path("access_token");
    }

    static Response asked(String id, String secret) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", id)
                .formParam("client_secret", secret)
                .post("/v1/oauth2/token");
    }

    static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
