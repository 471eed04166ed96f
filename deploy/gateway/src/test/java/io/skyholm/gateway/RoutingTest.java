package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpResponse;
import java.util.List;
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
    void theTicketOfAConsoleIsInNoLog() {
        assertThat(bed.client().get("/v1/consoles/told-to-one-alone").statusCode())
                .isEqualTo(404);
        TestBed.until(() -> bed.log().contains("\"path\":\"/v1/consoles/*\""));
        assertThat(bed.log()).doesNotContain("told-to-one-alone");
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
                .behind("multicloud", named("multicloud"))
                .open()) {
            Client client = owners.client();
            String ofMulticloud = "/v1/operations/019a0000-0000-7000-80a0-000000000000";
            assertThat(client.get(ofMulticloud).body()).isEqualTo("multicloud " + ofMulticloud);
            assertThat(client.get(ofMulticloud + "/stream").body()).isEqualTo("multicloud " + ofMulticloud + "/stream");
            for (String ofCompute : List.of(
                    "/v1/operations/019a0000-0000-7000-80C0-000000000000/cancel",
                    "/v1/operations/019a0000-0000-7000-8011-000000000000",
                    "/v1/operations/7")) {
                assertThat(client.get(ofCompute).body()).isEqualTo("compute " + ofCompute);
            }
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

    private static Handler<HttpServerRequest> named(String name) {
        return request -> request.response().end(name + " " + request.uri());
    }
}
