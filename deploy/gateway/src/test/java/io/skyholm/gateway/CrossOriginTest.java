package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrossOriginTest {

    private TestBed bed;

    @BeforeEach
    void open() {
        bed = new TestBed()
                .behind("identity", request -> request.response()
                        .putHeader("Access-Control-Allow-Origin", "*")
                        .end("reached"))
                .keycloak(request -> request.response()
                        .putHeader("Access-Control-Allow-Origin", "http://its.own")
                        .end())
                .open();
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void preflightOfAnAllowedOriginIsAnsweredAtTheGateway() {
        HttpResponse<String> answer = preflight("/v1/tenants", TestBed.ALLOWED_ORIGIN);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        HttpHeaders headers = answer.headers();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains(TestBed.ALLOWED_ORIGIN);
        assertThat(headers.firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("PATCH");
        assertThat(headers.firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Idempotency-Key", "If-Match");
    }

    @Test
    void preflightOfAStrangerAllowsNothing() {
        HttpResponse<String> answer = preflight("/v1/tenants", "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void answersToAnAllowedOriginShowTheHeadersThatClientsNeed() {
        HttpHeaders headers = bed.client()
                .get("/v1/tenants", "Origin", TestBed.ALLOWED_ORIGIN)
                .headers();

        assertThat(headers.allValues("Access-Control-Allow-Origin")).containsExactly(TestBed.ALLOWED_ORIGIN);
        assertThat(headers.firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag", "Location", "Retry-After", "X-Request-Id", "Link");
        assertThat(headers.firstValue("Vary")).contains("Origin");
    }

    @Test
    void problemsAreShownToAnAllowedOriginToo() {
        HttpHeaders headers =
                bed.client().get("/nowhere", "Origin", TestBed.ALLOWED_ORIGIN).headers();

        assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains(TestBed.ALLOWED_ORIGIN);
    }

    @Test
    void serviceCannotOpenItselfToStrangers() {
        HttpHeaders headers = bed.client()
                .get("/v1/tenants", "Origin", "https://evil.example")
                .headers();

        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void keycloakSpeaksForItsOwnClients() {
        assertThat(preflight("/realms/skyholm/protocol/openid-connect/token", "http://its.own")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("http://its.own");
    }

    private HttpResponse<String> preflight(String path, String origin) {
        return bed.client()
                .send(bed.client()
                        .request(path)
                        .method("OPTIONS", BodyPublishers.noBody())
                        .headers("Origin", origin, "Access-Control-Request-Method", "PATCH"));
    }
}
