package io.skyholm.network.cidr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be reckoned about blocks. */
class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "10.64.0.0/16, 10.64.0.0/16",
        "FD00:0:0:0::/64, fd00::/64",
        "::/0, ::/0",
        "::ffff:1.2.3.0/120, ::ffff:102:300/120",
        "::102:300/120, ::102:300/120",
        "0.0.0.0/0, 0.0.0.0/0"
    })
    void blockIsWrittenInOneWay(String text, String written) {
        assertThat(Cidr.parse("cidrBlock", text).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0", "10.0.0.1/24", "10.0.0.0/33", "10.0.0.0/-1", "x/8", "fd00::1/64", "/8", "fe80::%1/64"
            })
    void whatIsNoBlockIsRefusedByName(String text) {
        assertThatThrownBy(() -> Cidr.parse("cidrBlock", text))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("cidrBlock must");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, 10.0.1.0/24, true",
        "10.0.1.0/24, 10.0.0.0/16, false",
        "10.0.0.0/16, 10.1.0.0/24, false",
        "fd00::/48, fd00:0:0:1::/64, true",
        "10.0.0.0/8, fd00::/64, false"
    })
    void blockContainsWhatLiesWithin(String outer, String inner, boolean contains) {
        assertThat(Cidr.of(outer).contains(Cidr.of(inner))).isEqualTo(contains);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, 10.0.1.0/24, true",
        "10.0.1.0/24, 10.0.0.0/16, true",
        "10.0.0.0/24, 10.0.1.0/24, false",
        "10.0.0.0/24, 10.0.0.0/24, true"
    })
    void blocksOverlapWhenOneIsInTheOther(String one, String other, boolean overlap) {
        assertThat(Cidr.of(one).overlaps(Cidr.of(other))).isEqualTo(overlap);
    }

    @Test
    void placesAreCountedFromTheFirstAddress() {
        Cidr block = Cidr.of("10.0.0.0/24");
        assertThat(block.place("10.0.0.7")).isEqualTo(7);
        assertThat(block.at(7)).isEqualTo("10.0.0.7");
        assertThat(block.lastPlace()).isEqualTo(255);
        assertThat(Cidr.of("fd00::/64").at(1)).isEqualTo("fd00::1");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/24, 10.0.0.0, false",
        "10.0.0.0/24, 10.0.0.1, true",
        "10.0.0.0/24, 10.0.0.255, false",
        "fd00::/64, fd00::, false",
        "fd00::/126, fd00::3, true"
    })
    void networkAndBroadcastAreNoHosts(String block, String address, boolean host) {
        assertThat(Cidr.of(block).isHost(address)).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({
        "::/96, true",
        "::1.2.3.4/128, true",
        "::ffff:0:0/96, true",
        "::ffff:1.2.3.4/128, true",
        "::/64, true",
        "::1:0:0/96, false",
        "64:ff9b::/96, false",
        "fd00::/64, false",
        "1.2.3.0/24, false"
    })
    void blocksThatMeanAddressesOfIpv4AreKnown(String block, boolean means) {
        assertThat(Cidr.of(block).meansIpv4()).isEqualTo(means);
    }

    @Test
    void familyIsThatOfTheAddresses() {
        assertThat(Cidr.of("10.0.0.0/24").family()).isEqualTo(4);
        assertThat(Cidr.of("fd00::/64").family()).isEqualTo(6);
        assertThat(Cidr.of("10.0.0.0/24").firstHost()).isEqualTo("10.0.0.1");
    }

    @Test
    void blocksOfDifferentFamiliesNeverMeet() {
        assertThat(Cidr.of("0.0.0.0/0").contains(Cidr.of("fd00::/64"))).isFalse();
        assertThat(Cidr.of("0.0.0.0/0").overlaps(Cidr.of("::/0"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "9.9.9.9, 32, true",
        "9.9.9.9, 128, false",
        "fd00::1, 128, true",
        "fd00::1, 32, false",
        "9.9.9, 32, false",
        "dns.example, 32, false"
    })
    void addressIsOfOneFamily(String text, int bits, boolean address) {
        assertThat(Cidr.isAddress(text, bits)).isEqualTo(address);
    }
}
