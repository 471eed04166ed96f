package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

    private TestBed bed;

    @BeforeEach
    void open() {
        bed = new TestBed()
                .behind("identity", named("identity"))
                .behind("audit", named("audit"))
                .keycloak(named("keycloak"))
                .open();
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void firstSegmentBelowV1ChoosesTheService() {
        assertThat(bed.client().get("/v1/tenants").body()).isEqualTo("identity /v1/tenants");
        assertThat(bed.client().get("/v1/users/7/roles?x=1&y=%20").body())
                .isEqualTo("identity /v1/users/7/roles?x=1&y=%20");
        assertThat(bed.client().get("/v1/audit-entries").body()).isEqualTo("audit /v1/audit-entries");
    }

    @Test
    void whatEveryServiceHasIsAskedOfTheOneThatThePathNames() {
        Client client = bed.client();
        assertThat(client.get("/v1/services/identity/reconcile-tasks?state=FAILING")
                        .body())
                .isEqualTo("identity /v1/services/identity/reconcile-tasks?state=FAILING");
        assertThat(client.get("/v1/services/audit/reconcile-tasks").body())
                .isEqualTo("audit /v1/services/audit/reconcile-tasks");
        assertThat(client.get("/v1/services/keycloak/reconcile-tasks").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theIdOfAnOperationSaysWhoseItIs() {
        try (TestBed owners = new TestBed()
                .behind("compute", named("compute"))
                .behind("storage", named("storage"))
                .open()) {
            Client client = owners.client();
            String ofStorage = "/v1/operations/019a0000-0000-7000-80d0-000000000000";
            assertThat(client.get(ofStorage).body()).isEqualTo("storage " + ofStorage);
            assertThat(client.get(ofStorage + "/stream").body()).isEqualTo("storage " + ofStorage + "/stream");
            for (String ofCompute : List.of(
                    "/v1/operations/019a0000-0000-7000-80C0-000000000000/cancel",
                    "/v1/operations/019a0000-0000-7000-8011-000000000000",
                    "/v1/operations/7")) {
                assertThat(client.get(ofCompute).body()).isEqualTo("compute " + ofCompute);
            }
        }
    }

    @Test
    void theListOfOperationsIsThatOfAllTheirOwners() {
        try (TestBed owners = new TestBed()
                .behind("compute", page("019a0000-0003-7000-80c0-000000000000", "019a0000-0001-7000-80c0-000000000000"))
                .behind("storage", page("019a0000-0002-7000-80d0-000000000000"))
                .behind("identity", named("identity"))
                .open()) {
            JsonObject list = Client.json(owners.client().get("/v1/operations?limit=2"));
            assertThat(list.getJsonArray("items"))
                    .containsExactly(
                            new JsonObject().put("id", "019a0000-0003-7000-80c0-000000000000"),
                            new JsonObject().put("id", "019a0000-0002-7000-80d0-000000000000"));
            assertThat(list.getString("nextCursor")).isEqualTo("AZoAAAACcACA0AAAAAAAAA");
            assertThat(owners.seen()).isEqualTo(2);
        }
    }

    @Test
    void theListOfOperationsIsNotShownWithoutWhatOneOwnerHasOfIt() {
        try (TestBed owners = new TestBed()
                .behind("compute", page("019a0000-0003-7000-80c0-000000000000"))
                .absent("storage")
                .open()) {
            HttpResponse<String> answer = owners.client().get("/v1/operations");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("storage");
        }
    }

    @Test
    void whatAllOwnersRefuseOneOfThemExplains() {
        try (TestBed owners = new TestBed()
                .behind("compute", refusing("compute"))
                .behind("storage", refusing("storage"))
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/skyholm/protocol/openid-connect/auth",
                "/realms/skyholm/protocol/openid-connect/auth/device",
                "/realms/skyholm/protocol/openid-connect/token",
                "/realms/skyholm/protocol/openid-connect/userinfo",
                "/realms/skyholm/protocol/openid-connect/logout",
                "/realms/skyholm/login-actions/authenticate",
                "/realms/skyholm/device",
                "/resources/abc/login/keycloak.v2/css/styles.css"
            })
    void whatPeopleNeedToLogInGoesToKeycloak(String path) {
        assertThat(bed.client().get(path).body()).isEqualTo("keycloak " + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/master",
                "/realms/master/protocol/openid-connect/token",
                "/realms/master/protocol/openid-connect/auth",
                "/realms/skyholm",
                "/realms/skyholm/account",
                "/realms/skyholm/broker/google/endpoint",
                "/realms/skyholm/clients-registrations/default",
                "/realms/skyholm/protocol/openid-connect/token/introspect",
                "/realms/skyholm/protocol/openid-connect/registrations",
                "/realms/skyholm/protocol/saml",
                "/realms/Skyholm/protocol/openid-connect/token",
                "/realms/skyholm-other/protocol/openid-connect/token",
                "/admin/skyholm/console",
                "/admin/realms/skyholm/users"
            })
    void nothingElseOfKeycloakIsPublic(String path) {
        int before = bed.seen();

        assertThat(bed.client().get(path).statusCode()).isEqualTo(404);
        assertThat(bed.seen()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/realms", "/v1", "/v1/instances", "/v2/tenants", "/q/metrics", "/v1/tenantsx"})
    void unknownPathIsA404Problem(String path) {
        HttpResponse<String> answer = bed.client().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Client.json(answer).getMap())
                .containsEntry("type", "urn:skyholm:problem:NOT_FOUND")
                .containsEntry("title", "There is nothing here")
                .containsEntry("status", 404)
                .containsEntry("code", "NOT_FOUND")
                .containsEntry(
                        "requestId", answer.headers().firstValue("X-Request-Id").orElseThrow())
                .containsKey("detail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/tenants/../../q/metrics",
                "/v1/tenants/%2e%2e/%2E./q/metrics",
                "/realms/../admin/realms",
                "/realms/..;x=1/admin/realms",
                "/realms/..%3bx/admin/realms",
                "/v1/tenants/..%2f..%2fq",
                "/v1/tenants/%252e%252e/q",
                "/v1//tenants",
                "/v1/tenants/..\\q",
                "/v1/",
                "/v1/tenants/",
                "/realms/skyholm/",
                "/realms/skyholm;x=1/protocol/openid-connect/token",
                "/v1/tenants%3bx=1",
                "/v1/tenants/%zz",
                "/v1/tenants/%4",
                "http://elsewhere/v1/tenants"
            })
    void pathThatTwoServersCouldReadDifferentlyIsRefused(String target) {
        try (RawClient client = bed.raw()) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ").contains("MALFORMED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/skyholm/protocol/openid-connect/token",
                "/resources/a/b.css",
                "/v1/audit-entries/stream",
                "/v1/operations/7/stream",
                "/v1/images/7/versions/8/content",
                "/v1/audit-entries/export",
                "/v1/audit-archives/7/content",
                "/v1/terraform-states/7",
                "/v1/devices/7",
                "/v1/host-joins",
                "/openapi.json"
            })
    void pathThatALimitOrAClassNamesHasOneSpelling(String path) {
        for (String variant : PathVariants.of(path)) {
            try (RawClient client = bed.raw()) {
                client.send("GET " + variant + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

                assertThat(client.readToEnd())
                        .as(variant)
                        .startsWith("HTTP/1.1 400 ")
                        .contains("MALFORMED");
            }
        }
    }

    @Test
    void tracingAndTunnellingAreRefused() {
        try (RawClient client = bed.raw()) {
            client.send("TRACE /v1/tenants HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 405 ");
        }
    }

    @Test
    void rootLeadsToTheDocumentation() {
        HttpResponse<String> answer = bed.client().get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/docs");
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
