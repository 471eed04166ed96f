package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What several services know in part is answered as one whole, or not at all. */
class MergedAnswersTest {

    @Test
    void theListOfOperationsIsThatOfAllTheirOwners() {
        try (TestBed owners = new TestBed()
                .behind("compute", page("019a0000-0003-7000-80c0-000000000000", "019a0000-0001-7000-80c0-000000000000"))
                .behind("multicloud", page("019a0000-0002-7000-80a0-000000000000"))
                .behind("identity", named("identity"))
                .open()) {
            JsonObject list = Client.json(owners.client().get("/v1/operations?limit=2"));
            assertThat(list.getJsonArray("items"))
                    .containsExactly(
                            new JsonObject().put("id", "019a0000-0003-7000-80c0-000000000000"),
                            new JsonObject().put("id", "019a0000-0002-7000-80a0-000000000000"));
            assertThat(list.getString("nextCursor")).isEqualTo("AZoAAAACcACAoAAAAAAAAA");
            assertThat(owners.seen()).isEqualTo(2);
        }
    }

    @Test
    void theListOfOperationsIsNotShownWithoutWhatOneOwnerHasOfIt() {
        try (TestBed owners = new TestBed()
                .behind("compute", page("019a0000-0003-7000-80c0-000000000000"))
                .absent("multicloud")
                .open()) {
            HttpResponse<String> answer = owners.client().get("/v1/operations");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("multicloud");
        }
    }

    @Test
    void whatAllOwnersRefuseOneOfThemExplains() {
        try (TestBed owners = new TestBed()
                .behind("compute", refusing("compute"))
                .behind("multicloud", refusing("multicloud"))
                .open()) {
            HttpResponse<String> answer = owners.client().get("/v1/operations?limit=x");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).isEqualTo("compute");
        }
    }

    @Test
    void whatIsUsedOfLimitsIsThatOfAllServices() {
        String usages = "/v1/services/%s/quota-usages?tenantId=t&holderId=t&holderId=u";
        try (TestBed services = new TestBed()
                .behind("identity", answering("/v1/quotas?userId=u", """
                        {"limits":[{"id":"t","used":{"counts":{"users":2}}},{"id":"u"}]}"""))
                .behind("compute", answering(usages.formatted("compute"), """
                        [{"holderId":"t","used":{"instances":3,"counts":{"templates":1}}},
                         {"holderId":"u","used":{"instances":1}}]"""))
                .behind("network", answering(usages.formatted("network"), """
                        [{"holderId":"t","used":{"publicAddresses":4}}]"""))
                .open()) {
            JsonObject quota = Client.json(services.client().get("/v1/quotas?userId=u"));
            assertThat(quota).isEqualTo(new JsonObject("""
                    {"limits":[
                        {"id":"t","used":{"counts":{"users":2,"templates":1},"instances":3,"publicAddresses":4}},
                        {"id":"u","used":{"instances":1}}]}"""));
        }
    }

    @Test
    void holdersOfLimitsAreAskedForInPortionsThatFitIntoARequest() {
        JsonArray limits = new JsonArray();
        IntStream.range(0, 230)
                .forEach(number -> limits.add(new JsonObject().put("id", new UUID(0, number).toString())));
        try (TestBed services = new TestBed()
                .behind("identity", request -> request.response()
                        .end(new JsonObject().put("limits", limits).toBuffer()))
                .behind("compute", MergedAnswersTest::usagesOfWhoIsAskedFor)
                .open()) {
            JsonArray shown = Client.json(services.client().get("/v1/quotas")).getJsonArray("limits");
            assertThat(shown).hasSize(230);
            assertThat(shown).allSatisfy(holder -> assertThat(((JsonObject) holder).getJsonObject("used"))
                    .isEqualTo(new JsonObject().put("instances", 1)));
            assertThat(services.seen()).isEqualTo(1 + 5);
        }
    }

    /** As a service does it: a line of the usual length, and so many at most. */
    private static void usagesOfWhoIsAskedFor(HttpServerRequest request) {
        List<String> holders = request.params().getAll("holderId");
        boolean fits = holders.size() <= 100 && request.uri().length() < 4000;
        JsonArray usages = new JsonArray();
        holders.forEach(holder ->
                usages.add(new JsonObject().put("holderId", holder).put("used", new JsonObject().put("instances", 1))));
        request.response().setStatusCode(fits ? 200 : 414).end(usages.toBuffer());
    }

    @Test
    void limitsAreNotShownWithoutWhatOneServiceHoldsOfThem() {
        try (TestBed services = new TestBed()
                .behind("identity", answering("/v1/quotas", "{\"limits\":[{\"id\":\"t\"}]}"))
                .absent("compute")
                .open()) {
            HttpResponse<String> answer = services.client().get("/v1/quotas");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("compute");
        }
    }

    @Test
    void theListOfTheOnlyOwnerComesFromIt() {
        try (TestBed owners = new TestBed().behind("compute", named("compute")).open()) {
            assertThat(owners.client().get("/v1/operations?limit=2").body())
                    .isEqualTo("compute /v1/operations?limit=2");
        }
    }

    private static Handler<HttpServerRequest> page(String... ids) {
        List<JsonObject> items =
                Stream.of(ids).map(id -> new JsonObject().put("id", id)).toList();
        return request -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("items", new JsonArray(items)).toBuffer());
    }

    private static Handler<HttpServerRequest> answering(String uri, String body) {
        return request -> request.response()
                .setStatusCode(request.uri().equals(uri) ? 200 : 404)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }

    private static Handler<HttpServerRequest> refusing(String name) {
        return request -> request.response()
                .setStatusCode(422)
                .putHeader("Content-Type", "application/problem+json")
                .end(name);
    }

    private static Handler<HttpServerRequest> named(String name) {
        return request -> request.response().end(name + " " + request.uri());
    }
}
