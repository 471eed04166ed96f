package io.skyholm.runtime.call;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.sample.NoteCalls;
import io.skyholm.runtime.testing.fixtures.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in, and in which words the others are sent away. */
@QuarkusTest
class TheDoorTest {

    private final NoteCalls caller = NoteCalls.ofNewTenant();

    @Test
    void whoShowsNoTokenIsAskedForOne() {
        Response answer = given().get("/v1/notes");
        refused(answer, 401, "UNAUTHENTICATED");
        answer.then().header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "a.b.c", "Bearer"})
    void aTokenThatIsNoneIsRefused(String token) {
        refused(given().header("Authorization", "Bearer " + token).get("/v1/notes"), 401, "UNAUTHENTICATED");
    }

    @Test
    void aTokenOfUnusualLengthIsRefused() {
        refused(caller.with("x".repeat(9_000)).request().get("/v1/notes"), 401, "UNAUTHENTICATED");
    }

    @Test
    void anExpiredTokenIsRefused() {
        refusedWith(TestTokens.expired(caller.tenant(), BuiltInRole.ADMIN));
    }

    @Test
    void aForgedTokenIsRefused() {
        refusedWith(TestTokens.forged(caller.tenant(), BuiltInRole.ADMIN));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        refusedWith(TestTokens.forAnotherAudience(caller.tenant(), BuiltInRole.ADMIN));
    }

    @Test
    void whoseRolesDoNotAllowItIsTurnedAwayKindly() {
        Response answer = caller.with(TestTokens.of(caller.tenant())).request().get("/v1/notes");
        refused(answer, 403, "FORBIDDEN");
        answer.then().body("detail", equalTo("This needs the permission TICKET:READ"));
    }

    @Test
    void aMethodThatSaysNothingAboutItsCallersIsClosedToEverybody() {
        String everything = TestTokens.of(caller.tenant(), BuiltInRole.ADMIN);
        refused(caller.with(everything).request().get("/v1/notes/closed"), 403, "FORBIDDEN");
    }

    @Test
    void anOpenMethodNeedsNoToken() {
        given().get("/v1/notes/weather").then().statusCode(200).body("sky", equalTo("holm"));
    }

    @Test
    void anUnknownPathIsAProblem() {
        refused(caller.request().get("/v1/nowhere"), 404, "NOT_FOUND");
        refused(given().get("/nowhere"), 404, "NOT_FOUND");
    }

    @Test
    void anUnknownMethodIsAProblem() {
        refused(caller.request().delete("/v1/notes"), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void whatNobodySpeaksIsAProblem() {
        refused(caller.request().accept("application/xml").get("/v1/notes"), 406, "NOT_ACCEPTABLE");
        refused(caller.request().contentType("text/plain").body("x").post("/v1/notes"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "nonsense", "a/b/c"})
    void whatIsNoMediaTypeIsNotAcceptable(String accept) {
        refused(caller.request().header("Accept", accept).get("/v1/notes"), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void parameterThatMeansOneThingIsGivenOnce() {
        refused(caller.request().get("/v1/notes?limit=5&limit=5"), 422, "INVALID");
        refused(caller.request().get("/v1/notes?dry_run=true"), 422, "INVALID");
    }

    @Test
    void numberIsWrittenInDigitsOfOurs() {
        refused(caller.request().get("/v1/notes?limit=%D9%A3"), 422, "INVALID");
        refused(caller.request().get("/v1/notes?limit=+5"), 422, "INVALID");
    }

    @Test
    void tooLargeABodyIsAProblem() {
        refused(caller.request().body("x".repeat(1_100_000)).post("/v1/notes"), 413, "TOO_LARGE");
    }

    @Test
    void brokenJsonIsAProblem() {
        refused(caller.request().body("{").post("/v1/notes"), 400, "MALFORMED");
    }

    @Test
    void aChangeOfAnotherVersionIsRefused() {
        String id = caller.write("Milk");
        change(id, "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
        refused(change(id, "\"1\""), 412, "PRECONDITION_FAILED");
        change(id, "\"1\", \"2\"").then().statusCode(200);
        change(id, "*").then().statusCode(200).header("ETag", "\"4\"");
    }

    @Test
    void versionIsNotAskedForWhereThereIsNone() {
        refused(
                caller.request()
                        .header("If-Match", "\"1\"")
                        .body(Map.of("title", "Milk"))
                        .post("/v1/notes"),
                422,
                "INVALID");
    }

    @Test
    void aChangeLeavesAloneWhatItDoesNotName() {
        String id = caller.request()
                .body(Map.of("title", "Milk", "words", "two litres", "stars", 3))
                .post("/v1/notes")
                .path("id");
        caller.request()
                .body("{\"stars\": null}")
                .patch("/v1/notes/" + id)
                .then()
                .statusCode(200)
                .body("words", equalTo("two litres"))
                .body("stars", equalTo(null));
    }

    @Test
    void aRequestIdThatIsHarmlessIsKept() {
        caller.request().header("X-Request-Id", "abc-1").get("/v1/notes").then().header("X-Request-Id", "abc-1");
        given().header("X-Request-Id", "abc-2").get("/q/health/live").then().header("X-Request-Id", "abc-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "<script>", "${jndi:x}"})
    void aRequestIdThatIsNotIsReplaced(String id) {
        String given =
                caller.request().header("X-Request-Id", id).get("/v1/notes").header("X-Request-Id");
        assertThat(UUID.fromString(given)).hasToString(given);
    }

    private Response change(String id, String ifMatch) {
        RequestSpecification request = caller.request().header("If-Match", ifMatch);
        return request.body(Map.of("words", "new")).patch("/v1/notes/" + id);
    }

    private void refusedWith(String token) {
        refused(caller.with(token).request().get("/v1/notes"), 401, "UNAUTHENTICATED");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:skyholm:problem:" + code))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("requestId", equalTo(answer.header("X-Request-Id")));
    }
}
