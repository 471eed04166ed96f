package io.skyholm.network.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.EventJson;
import io.skyholm.network.subnet.SubnetView;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address of a subnet somebody means, and which they cannot mean. */
class RequestedAddressTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final SubnetView SUBNET = EventJson.read("""
            {"generation": 1, "cidrBlock": "10.0.0.0/24", "gateway": "10.0.0.1", "ipv6CidrBlock": "fd00::/64",
             "ipv6Gateway": "fd00::1", "isPublic": false, "autoAssignIp": true}""", SubnetView.class);

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.1", "10.0.0.255", "10.0.1.5", "fd00::", "fd00::1", "fd01::5"})
    void networkBroadcastGatewayAndOthersAddressesAreNeverGiven(String never) {
        refused("{\"ipAddress\": \"%s\"}".formatted(never), "ipAddress");
    }

    @Test
    void addressIsWrittenInOneWay() {
        assertThat(wanted("{\"ipAddress\": \"FD00:0:0:0:0:0:0:FF\"}").address()).isEqualTo("fd00::ff");
    }

    @Test
    void withoutANameItIsAnyOfTheFamily() {
        assertThat(wanted("{}").block().family()).isEqualTo(4);
        assertThat(wanted("{\"ipVersion\": 6}").block().family()).isEqualTo(6);
        assertThat(wanted("{}").address()).isNull();
        refused("{\"ipVersion\": 5}", "ipVersion");
    }

    @Test
    void rangeIsKeptFromItsFirstAddressToTheBlocksLast() {
        String range = "{\"kind\": \"RESERVATION\", \"ipAddress\": \"10.0.0.250\", \"rangeSize\": %d}";
        assertThat(wanted(range.formatted(6)).size()).isEqualTo(6);
        refused(range.formatted(7), "rangeSize");
        refused("{\"kind\": \"RESERVATION\", \"rangeSize\": 2}", "rangeSize");
        refused("{\"ipAddress\": \"10.0.0.9\", \"rangeSize\": 2}", "rangeSize");
    }

    @Test
    void addressOfAPortComesWithItsInstance() {
        refused("{\"kind\": \"PORT\"}", "kind");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01T11:59:59Z", "2036-02-01T12:00:00Z"})
    void leaseEndsLaterAndWithinTenYears(String end) {
        refused("{\"leaseExpiresAt\": \"%s\"}".formatted(end), "leaseExpiresAt");
    }

    private static void refused(String command, String field) {
        assertThatThrownBy(() -> wanted(command)).isInstanceOf(Problem.class).hasMessageStartingWith(field + " ");
    }

    private static RequestedAddress wanted(String command) {
        return RequestedAddress.by(EventJson.read(command, CreateAddress.class), SUBNET, NOW);
    }
}
