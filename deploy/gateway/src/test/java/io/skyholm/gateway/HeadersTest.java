package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadersTest {

    private TestBed bed;

    @BeforeEach
    void open() {
        bed = new TestBed()
                .behind("identity", HeadersTest::tellHeaders)
                .keycloak(HeadersTest::tellHeaders)
                .open();
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void harmlessRequestIdOfTheClientIsPassedOnAndReturned() {
        var answer = bed.client().get("/v1/tenants", "X-Request-Id", "my-request.42");

        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("my-request.42");
        assertThat(Client.json(answer).getString("x-request-id")).isEqualTo("my-request.42");
    }

    @Test
    void otherRequestsGetAnIdThatSortsByTime() {
        var answer = bed.client().get("/v1/tenants", "X-Request-Id", "<script>alert(1)</script>");

        UUID id = UUID.fromString(answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Client.json(answer).getString("x-request-id")).isEqualTo(id.toString());
    }

    @Test
    void whatTheClientSaysAboutItsOriginIsNotBelieved() {
        JsonObject seen = Client.json(bed.client()
                .get(
                        "/v1/tenants",
                        "X-Forwarded-For",
                        "6.6.6.6",
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-Prefix",
                        "/evil",
                        "Forwarded",
                        "for=6.6.6.6",
                        "X-Real-IP",
                        "6.6.6.6"));

        String host = seen.getString("x-forwarded-host");
        assertThat(host).startsWith("localhost:");
        assertThat(seen.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(seen.getString("x-forwarded-proto")).isEqualTo("https");
        assertThat(seen.getString("forwarded")).isEqualTo("for=127.0.0.1;host=\"" + host + "\";proto=https");
        assertThat(seen.encode()).doesNotContain("6.6.6.6").doesNotContain("evil");
    }

    @Test
    void accessGrantThatAnOperatorNamesIsPassedOn() {
        String grant = UUID.randomUUID().toString();

        assertThat(Client.json(bed.client().get("/v1/tenants", "X-Access-Grant", grant))
                        .getString("x-access-grant"))
                .isEqualTo(grant);
    }

    @Test
    void headersOfOneConnectionStayOnIt() {
        try (RawClient client = bed.raw()) {
            client.send("""
                    GET /v1/tenants HTTP/1.1\r
                    Host: localhost\r
                    Connection: X-Secret, X-Forwarded-For\r
                    X-Secret: 1\r
                    TE: trailers\r
                    Proxy-Authorization: Basic eA==\r
                    Authorization: Bearer t\r
                    \r
                    """);

            assertThat(client.readUntil("}"))
                    .doesNotContain("x-secret")
                    .doesNotContain("proxy-authorization")
                    .doesNotContain("\"te\"")
                    .doesNotContain("X-Hop")
                    .doesNotContain("Keep-Alive: timeout=9")
                    .contains("\"authorization\":\"Bearer t\"")
                    .contains("\"x-forwarded-for\":\"127.0.0.1\"");
        }
    }

    @Test
    void browsersAreToldToBeCareful() {
        HttpHeaders headers = bed.client().get("/v1/tenants").headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void keycloaksPagesKeepTheirOwnPolicy() {
        assertThat(bed.client()
                        .get("/realms/skyholm/protocol/openid-connect/auth")
                        .headers()
                        .firstValue("Content-Security-Policy"))
                .contains("default-src 'self'");
    }

    private static void tellHeaders(HttpServerRequest request) {
        JsonObject seen = new JsonObject();
        request.headers()
                .forEach(header -> seen.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
        request.response()
                .putHeader("Connection", "X-Hop")
                .putHeader("X-Hop", "1")
                .putHeader("Keep-Alive", "timeout=9")
                .putHeader("X-Request-Id", "the-service-has-its-own")
                .putHeader("Content-Security-Policy", "default-src 'self'")
                .end(seen.encode());
    }
}
