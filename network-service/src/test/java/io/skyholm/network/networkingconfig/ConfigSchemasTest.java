package io.skyholm.network.networkingconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.network.NetworkingConfigType;
import io.skyholm.runtime.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of document has its form. */
class ConfigSchemasTest {

    static Stream<Arguments> formless() {
        return Stream.of(
                Arguments.of("RESOLVERS", Map.of(), "config.nameServers"),
                Arguments.of("RESOLVERS", Map.of("nameServers", List.of()), "config.nameServers"),
                Arguments.of("RESOLVERS", Map.of("nameServers", List.of("dns.example")), "config.nameServers"),
                Arguments.of("RESOLVERS", Map.of("nameServers", List.of("9.9.9.9"), "other", 1), "config"),
                Arguments.of("NTP", Map.of("servers", List.of(7)), "config.servers"),
                Arguments.of("NTP", Map.of("servers", List.of("no host")), "config.servers"),
                Arguments.of("ROUTES", Map.of("routes", List.of(Map.of("destination", "10.0.0.0/8"))), "config.routes"),
                Arguments.of(
                        "ROUTES",
                        Map.of("routes", List.of(Map.of("destination", "10.0.0.0/8", "nextHop", "fd00::1"))),
                        "config.routes"),
                Arguments.of("MTU", Map.of("mtu", 100), "config.mtu"),
                Arguments.of("MTU", Map.of("mtu", "1500"), "config.mtu"),
                Arguments.of("PROXY", Map.of("url", "ftp://proxy.example"), "config.url"),
                Arguments.of("PROXY", Map.of("url", "http:///no-host"), "config.url"));
    }

    @ParameterizedTest
    @MethodSource("formless")
    void documentOfAnotherFormIsRefusedByItsField(NetworkingConfigType type, Map<String, Object> config, String field) {
        assertThatThrownBy(() -> ConfigSchemas.checked(type, config))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(field + " ");
    }

    static Stream<Arguments> formed() {
        return Stream.of(
                Arguments.of(
                        "RESOLVERS", Map.of("nameServers", List.of("9.9.9.9"), "searchDomains", List.of("a.example"))),
                Arguments.of("NTP", Map.of("servers", List.of("ntp.example", "192.0.2.1", "fd00::1"))),
                Arguments.of(
                        "ROUTES",
                        Map.of("routes", List.of(Map.of("destination", "10.0.0.0/8", "nextHop", "10.1.0.1")))),
                Arguments.of("MTU", Map.of("mtu", 1280)),
                Arguments.of("PROXY", Map.of("url", "http://proxy.example:3128")));
    }

    @ParameterizedTest
    @MethodSource("formed")
    void documentOfItsTypesFormIsKeptAsItIs(NetworkingConfigType type, Map<String, Object> config) {
        assertThat(ConfigSchemas.checked(type, config)).isEqualTo(config);
    }
}
