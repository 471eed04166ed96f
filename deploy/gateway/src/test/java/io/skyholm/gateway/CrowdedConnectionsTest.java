package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.TestTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdedConnectionsTest {

    private static final int MOST = 40;
    private static final int OF_EACH_TENANT = 10;
    private static final int NEWCOMERS = 15;

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

    private static String ask(RawClient client, String header) {
        client.sendIfOpen("GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n");
        return client.readUntil("done");
    }
}
