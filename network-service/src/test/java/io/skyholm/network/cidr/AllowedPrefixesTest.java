package io.skyholm.network.cidr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which blocks networks may have. */
class AllowedPrefixesTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "10.0.0.0/30", "fd00::/32", "fd00::/126"})
    void blockOfAUsableSizeIsAllowed(String block) {
        assertThat(AllowedPrefixes.network("cidrBlock", block).text()).isEqualTo(block);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/7", "10.0.0.0/31", "10.0.0.1/32", "fd00::/31", "fd00::/127"})
    void blockThatIsTooLargeOrTooSmallIsRefused(String block) {
        refused("cidrBlock ", () -> AllowedPrefixes.network("cidrBlock", block));
    }

    @ParameterizedTest
    @ValueSource(strings = {"::/96", "::ffff:0:0/96", "::ffff:10.0.0.0/120", "::10.0.0.0/120", "::/64"})
    void blockOfIpv6ThatMeansAddressesOfIpv4IsRefused(String block) {
        refused("cidrBlock must not hold", () -> AllowedPrefixes.network("cidrBlock", block));
    }

    @Test
    void secondBlockIsOfIpv6BesideOneOfIpv4() {
        Cidr four = Cidr.of("10.0.0.0/16");
        assertThat(AllowedPrefixes.ipv6("ipv6CidrBlock", "fd00::/48", four).family())
                .isEqualTo(6);
        refused("ipv6CidrBlock ", () -> AllowedPrefixes.ipv6("ipv6CidrBlock", "10.1.0.0/16", four));
        refused("ipv6CidrBlock ", () -> AllowedPrefixes.ipv6("ipv6CidrBlock", "fd01::/48", Cidr.of("fd00::/48")));
    }

    @Test
    void addressesOfBothFamiliesAreAddresses() {
        AllowedPrefixes.checkAddresses("dnsServers", List.of("9.9.9.9", "2620:fe::fe"));
        refused("dnsServers ", () -> AllowedPrefixes.checkAddresses("dnsServers", List.of("9.9.9.9", "9.9.9.0/24")));
    }

    private static void refused(String start, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(Problem.class).hasMessageStartingWith(start);
    }
}
