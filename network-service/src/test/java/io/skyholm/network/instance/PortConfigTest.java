package io.skyholm.network.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which name servers a port is told. */
class PortConfigTest {

    private static final List<String> PLATFORMS = List.of("{\"nameServers\": [\"9.9.9.9\", \"149.112.112.112\"]}");

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
        assertThat(config(true, List.of(), List.of()).nameServers()).isEmpty();
    }

    @Test
    void vpcThatWantsNoNamesHasNoServers() {
        assertThat(config(false, List.of("192.0.2.53"), PLATFORMS).nameServers())
                .isEmpty();
        assertThat(config(false, List.of(), PLATFORMS).nameServers()).isEmpty();
    }

    private static PortConfig config(boolean enableDns, List<String> ofVpc, List<String> resolvers) {
        return new PortConfig(null, 1, enableDns, ofVpc, List.of(), List.of(), List.of(), List.of(), resolvers);
    }
}
