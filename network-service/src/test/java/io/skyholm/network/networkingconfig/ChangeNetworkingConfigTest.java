package io.skyholm.network.networkingconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a networking document can change. */
class ChangeNetworkingConfigTest {

    @Test
    void newDocumentIsActiveUnlessItSaysOtherwise() {
        assertThat(document("{\"type\": \"MTU\", \"config\": {\"mtu\": 1500}}").isActive)
                .isTrue();
        assertThat(document("{\"type\": \"MTU\", \"config\": {\"mtu\": 1500}, \"isActive\": false}").isActive)
                .isFalse();
    }

    @Test
    void documentKeepsTheFormOfItsType() {
        NetworkingConfig document = document("{\"type\": \"MTU\", \"config\": {\"mtu\": 1500}}");
        assertThatThrownBy(() -> change(document, "{\"config\": {\"servers\": [\"ntp.example\"]}}"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("config");
        assertThat(document.config).isEqualTo(Map.of("mtu", 1500));
    }

    @Test
    void whatIsLeftOutStays() {
        NetworkingConfig document = document("{\"type\": \"MTU\", \"config\": {\"mtu\": 1500}}");
        change(document, "{\"isActive\": false}");
        assertThat(document.config).isEqualTo(Map.of("mtu", 1500));
        change(document, "{\"config\": {\"mtu\": 9000}}");
        assertThat(document.config).isEqualTo(Map.of("mtu", 9000));
        assertThat(document.isActive).isFalse();
    }

    private static NetworkingConfig document(String json) {
        return new NetworkingConfig(
                RequestBody.read(json, CreateNetworkingConfig.class), Revision.first(null, Instant.EPOCH));
    }

    private static void change(NetworkingConfig document, String json) {
        RequestBody.read(json, ChangeNetworkingConfig.class).applyTo(document);
    }
}
