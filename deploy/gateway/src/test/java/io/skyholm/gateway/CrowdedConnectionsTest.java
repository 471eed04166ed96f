package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.AddressBlock;
import io.skyholm.gateway.call.TestTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrowdedConnectionsTest {

    private static final int MOST = 40;
    private static final int OF_EACH_TENANT = 10;
    private static final int NEWCOMERS = 15;
    private static final int TO_A_SERVICE = 8;
    private static final String DOWNLOAD = """
            GET /v1/images/7/versions/8/content HTTP/1.1\r
            Host: localhost\r
            Authorization: %s\r
            X-Forwarded-For: %s\r
            \r
            """;
    private static final String UPLOAD = """
            PATCH /v1/images/7/versions/8/uploads/9 HTTP/1.1\r
            Host: localhost\r
            Authorization: %s\r
            X-Forwarded-For: %s\r
            Content-Length: 6\r
            \r
            abc""";

    @Test
    void tenantsThatHoldAllConnectionsMakeRoomForNewcomers() {
        List<RawClient> clients = new ArrayList<>();
        try (TestBed bed = new TestBed()
                .behind("identity", request -> request.response().end("done"))
                .keycloak(request -> request.response().end())
                .limits(TestLimits.crowded(MOST))
                .open()) {
            bed.awaitKeys();
            for (String tenant : List.of("acme", "bolt", "crux", "dune", "echo", "flux")) {
                for (int connection = 0; connection < OF_EACH_TENANT; connection++) {
                    clients.add(bed.raw());
                    assertThat(ask(clients.getLast(), "Authorization: " + TestTokens.bearer("ada", tenant) + "\r\n"))
                            .startsWith("HTTP/1.1 200 ");
                }
            }
            List<RawClient> newcomers = new ArrayList<>();
            for (int newcomer = 0; newcomer < NEWCOMERS; newcomer++) {
                newcomers.add(bed.raw());
            }
            clients.addAll(newcomers);

            assertThat(newcomers)
                    .allSatisfy(newcomer -> assertThat(ask(newcomer, "")).startsWith("HTTP/1.1 200 "));
        } finally {
            clients.forEach(RawClient::close);
        }
    }

    /** Of eight connections to the service; each tenant may have all of them, as if its share were no help. */
    @ParameterizedTest
    @ValueSource(strings = {DOWNLOAD, UPLOAD})
    void tenantsThatHoldAllConnectionsToAServiceLeaveOneToWhoComes(String head) {
        List<RawClient> clients = new ArrayList<>();
        try (TestBed bed = lasting(8).open()) {
            bed.awaitKeys();
            for (String tenant : List.of("acme", "bolt", "crux", "dune")) {
                for (int call = 0; call < TO_A_SERVICE; call++) {
                    clients.add(bed.raw());
                    begin(clients.getLast(), head, TestTokens.bearer("ada", tenant), "192.0.2.1");
                }
            }
            RawClient newcomer = bed.raw();
            clients.add(newcomer);

            begin(newcomer, head, TestTokens.bearer("eve", "echo"), "192.0.2.2");
            newcomer.sendIfOpen("def");
            assertThat(newcomer.readUntil("first")).startsWith("HTTP/1.1 200 ").contains("first");
        } finally {
            clients.forEach(RawClient::close);
        }
    }

    @Test
    void whoHasAsManyAsOthersIsRefusedWhereAllConnectionsToAServiceAreTaken() {
        List<RawClient> clients = new ArrayList<>();
        try (TestBed bed = lasting(8).open()) {
            bed.awaitKeys();
            for (int call = 0; call < TO_A_SERVICE; call++) {
                clients.add(bed.raw());
                begin(
                        clients.getLast(),
                        DOWNLOAD,
                        TestTokens.bearer("ada", call % 2 == 0 ? "acme" : "bolt"),
                        "192.0.2.1");
                assertThat(clients.getLast().readUntil("first")).startsWith("HTTP/1.1 200 ");
            }
            clients.add(bed.raw());
            begin(clients.getLast(), DOWNLOAD, TestTokens.bearer("ada", "acme"), "192.0.2.1");

            assertThat(clients.getLast().readUntil("}"))
                    .startsWith("HTTP/1.1 429 ")
                    .contains("TOO_MANY_OPEN");
        } finally {
            clients.forEach(RawClient::close);
        }
    }

    @Test
    void oneApiKeyHasNoMoreAtManyAddressesThanATenantMay() {
        List<RawClient> clients = new ArrayList<>();
        try (TestBed bed = lasting(3).open()) {
            for (int address = 1; address <= 3; address++) {
                clients.add(bed.raw());
                begin(clients.getLast(), DOWNLOAD, "Bearer sky_one", "192.0.2." + address);
                assertThat(clients.getLast().readUntil("first")).startsWith("HTTP/1.1 200 ");
            }
            clients.add(bed.raw());
            begin(clients.getLast(), DOWNLOAD, "Bearer sky_one", "192.0.2.4");
            assertThat(clients.getLast().readUntil("}")).startsWith("HTTP/1.1 429 ");

            clients.add(bed.raw());
            begin(clients.getLast(), DOWNLOAD, "Bearer sky_other", "192.0.2.4");
            assertThat(clients.getLast().readUntil("first")).startsWith("HTTP/1.1 200 ");
        } finally {
            clients.forEach(RawClient::close);
        }
    }

    /** A service whose answers, once their requests are complete, have no end. */
    private static TestBed lasting(int tenantsShare) {
        String shares = " %d %d %d %d 0 0 0 ".formatted(TO_A_SERVICE, tenantsShare, tenantsShare, tenantsShare);
        return new TestBed()
                .behind("storage", request -> request.endHandler(
                                read -> request.response().setChunked(true).write("first"))
                        .resume())
                .keycloak(request -> request.response().end())
                .proxies(new TrustedProxies(List.of(AddressBlock.of("127.0.0.0/8")), false))
                .classes(TestLimits.table(
                        "upload 1000 flows 0 30" + shares + "PATCH:/v1/images/*/versions/*/uploads/*",
                        "download 1000 held 0 30" + shares + "GET:/v1/images/*/versions/*/content",
                        "json 1000 held 1 30 8 9 9 9 9000 9999 0 *:/*"));
    }

    private static void begin(RawClient client, String head, String bearer, String address) {
        client.sendIfOpen(head.formatted(bearer, address));
    }

    private static String ask(RawClient client, String header) {
        client.sendIfOpen("GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n");
        return client.readUntil("done");
    }
}
