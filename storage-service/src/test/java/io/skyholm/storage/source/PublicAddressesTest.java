package io.skyholm.storage.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are asked for bytes. */
class PublicAddressesTest {

    private final PublicAddresses addresses = new PublicAddresses(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatOnlyThePlatformReachesIsNot(String address) throws UnknownHostException {
        assertThat(addresses.permit(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "128.31.0.62",
                "151.101.2.132",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "193.0.0.1",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a04:4e42::644",
                "::ffff:8.8.8.8"
            })
    void whatIsOnTheInternetIs(String address) throws UnknownHostException {
        assertThat(addresses.permit(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void operatorAllowsBlocksBesides() throws UnknownHostException {
        PublicAddresses wider = new PublicAddresses(List.of("10.1.0.0/16", "fd12::/16"));
        assertThat(wider.permit(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(wider.permit(InetAddress.getByName("fd12::5"))).isTrue();
        assertThat(wider.permit(InetAddress.getByName("10.2.0.1"))).isFalse();
        assertThat(wider.permit(InetAddress.getByName("8.8.8.8"))).isTrue();
    }
}
