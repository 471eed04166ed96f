package io.skyholm.network.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.PortRoute;
import io.skyholm.events.host.PortSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a port is told of the platform's documents. */
class PortConfigTest {

    private static final String PLATFORMS = """
            {"RESOLVERS": {"nameServers": ["9.9.9.9", "149.112.112.112"], "searchDomains": ["a.example"]},
             "NTP": {"servers": ["ntp.example"]}, "MTU": {"mtu": 1400},
             "ROUTES": {"routes": [{"destination": "192.0.2.0/24", "nextHop": "10.0.0.7"}]},
             "PROXY": {"url": "http://proxy.example:3128"}}""";

    private static final String NOTHING = "{}";

    @Test
    void vpcsOwnNameServersGoBeforeThePlatforms() {
        assertThat(config(true, List.of("192.0.2.53"), PLATFORMS).nameServers()).containsExactly("192.0.2.53");
    }

    @Test
    void vpcWithoutAnyHasThoseOfThePlatform() {
        assertThat(config(true, List.of(), PLATFORMS).nameServers()).containsExactly("9.9.9.9", "149.112.112.112");
    }

    @Test
    void whereNobodyNamesAnyThereAreNone() {
        assertThat(config(true, List.of(), NOTHING).nameServers()).isEmpty();
    }

    @Test
    void vpcThatWantsNoNamesHasNoServers() {
        assertThat(config(false, List.of("192.0.2.53"), PLATFORMS).nameServers())
                .isEmpty();
        assertThat(config(false, List.of(), PLATFORMS).nameServers()).isEmpty();
    }

    @Test
    void guestsAreToldWhatEachDocumentSettles() {
        assertThat(config(false, List.of(), PLATFORMS).settings())
                .isEqualTo(new PortSettings(
                        1400,
                        List.of("a.example"),
                        List.of("ntp.example"),
                        List.of(new PortRoute("192.0.2.0/24", "10.0.0.7")),
                        "http://proxy.example:3128",
                        List.of()));
    }

    @Test
    void whereNothingIsSettledGuestsAreToldNothing() {
        assertThat(config(true, List.of(), NOTHING).settings()).isEqualTo(PortSettings.NONE);
    }

    private static PortConfig config(boolean enableDns, List<String> ofVpc, String documents) {
        return new PortConfig(
                null, 1, enableDns, ofVpc, List.of(), List.of(), List.of(), List.of(), List.of(), documents, null,
                "[]");
    }
}
