package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.PathVariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path has one spelling: what two servers could read differently reaches neither. */
class PathSpellingTest {

    private final TestBed bed = new TestBed().open();

    @AfterEach
    void close() {
        bed.close();
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
                "/v1/tenants/{id}",
                "/v1/tenants/\u00e9",
                "/v1/tenants?name=%zz",
                "/v1/tenants?name=%",
                "/v1/tenants?name=a|b",
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
}
