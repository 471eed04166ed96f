package io.skyholm.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.Http;
import io.skyholm.local.home.Site;
import io.skyholm.local.suite.TestPlatform;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** Who is let in at a real Kafka Connect, and what they are shown. */
class ConnectAccessTest {
    private final Site site = TestPlatform.with("connect").suite().site();
    private final ConnectAccess access = new ConnectAccess(site);

    @Test
    void whoDoesNotLogInIsToldNothing() {
        assertThat(Http.get(address("")).statusCode()).isEqualTo(401);
        assertThat(Http.as("Basic c2t5aG9sbTpndWVzcw==", "GET", address(""), "application/json", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Http.send("DELETE", address("/skyholm-outbox"), "application/json", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoLogsInIsShownNoPassword() throws java.io.IOException {
        String password = site.secrets().password("debezium");
        for (String path :
                new String[] {"/skyholm-outbox", "/skyholm-outbox/config", "/skyholm-outbox/tasks", "?expand=info"}) {
            HttpResponse<String> answer = Http.as(access.authorization(), "GET", address(path), "application/json", "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("${file:").doesNotContain(password);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(access.secrets())))
                .isEqualTo("rw-------");
    }

    private String address(String path) {
        return site.http("connect") + "/connectors" + path;
    }
}
