package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.skyholm.gateway.call.AddressBlock;
import io.skyholm.gateway.call.ClientAddresses;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static final String ASK = "GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    private static final String TCP4 = "PROXY TCP4 203.0.113.9 127.0.0.1 40000 443\r\n";
    private static final String TCP4_IN_VERSION_2 =
            "\r\n\r\n\0\r\nQUIT\n!\u0011\0\f\u00cb\0q\t\u007f\0\0\u0001\u009c@\u0001\u00bb";

    @Test
    void trustedProxiesHeadersTellTheClient() {
        try (TestBed bed = behind(proxies("127.0.0.0/8", "10.0.0.0/8"));
                RawClient client = bed.raw()) {
            assertThat(client.send(ASK + "X-Forwarded-For: 6.6.6.6, 203.0.113.9, 10.1.2.3\r\n"
                                    + "X-Forwarded-Proto: https\r\n\r\n")
                            .readToEnd())
                    .endsWith("203.0.113.9 https");
            TestBed.until(() -> bed.log().contains("\"client\":\"203.0.113.9\""));
        }
    }

    @Test
    void nobodyElsesHeadersDo() {
        try (TestBed bed = behind(proxies("10.0.0.0/8"));
                RawClient client = bed.raw()) {
            assertThat(client.send(ASK + "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n\r\n")
                            .readToEnd())
                    .endsWith("127.0.0.1 http");
        }
    }

    @Test
    void whatIsNoAddressEndsTheChain() {
        try (TestBed bed = behind(proxies("127.0.0.1"));
                RawClient client = bed.raw()) {
            assertThat(client.send(ASK + "X-Forwarded-For: 203.0.113.9, unknown\r\n\r\n")
                            .readToEnd())
                    .endsWith("127.0.0.1 http");
        }
    }

    @Test
    void proxyProtocolTellsTheClientInBothVersions() {
        TrustedProxies protocol = new TrustedProxies(List.of(AddressBlock.of("127.0.0.0/8")), true);
        try (TestBed bed = behind(protocol);
                RawClient first = bed.raw();
                RawClient second = bed.raw()) {
            assertThat(first.send(TCP4 + ASK + "X-Forwarded-For: 6.6.6.6\r\n\r\n")
                            .readToEnd())
                    .endsWith("203.0.113.9 http");
            assertThat(second.send(TCP4_IN_VERSION_2 + ASK + "\r\n").readToEnd())
                    .endsWith("203.0.113.9 http");
        }
    }

    @Test
    void clientWithATrustedAddressMakesUpNothingBehindTheProxyProtocol() {
        TrustedProxies protocol =
                new TrustedProxies(List.of(AddressBlock.of("127.0.0.0/8"), AddressBlock.of("203.0.113.0/24")), true);
        try (TestBed bed = behind(protocol);
                RawClient client = bed.raw()) {
            assertThat(client.send(TCP4 + ASK + "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-Proto: https\r\n\r\n")
                            .readToEnd())
                    .endsWith("203.0.113.9 http");
        }
    }

    @Test
    void proxyProtocolIsBelievedFromTrustedAddressesOnly() {
        TrustedProxies elsewhere = new TrustedProxies(List.of(AddressBlock.of("10.0.0.0/8")), true);
        try (TestBed bed = behind(elsewhere);
                RawClient client = bed.raw()) {
            client.sendIfOpen(TCP4 + ASK + "\r\n");

            assertThat(client.readToEnd()).isEmpty();
            assertThat(bed.seen()).isZero();
        }
    }

    @Test
    void whoSpeaksNoProxyProtocolIsNotAnswered() {
        TrustedProxies protocol = new TrustedProxies(List.of(AddressBlock.of("127.0.0.0/8")), true);
        try (TestBed bed = behind(protocol);
                RawClient client = bed.raw()) {
            client.sendIfOpen(ASK + "\r\n");

            assertThat(client.readToEnd()).isEmpty();
            assertThat(bed.seen()).isZero();
        }
    }

    @Test
    void proxyProtocolWithoutTrustedProxiesIsNoSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrustedProxies(List.of(), true))
                .withMessageContaining("SKYHOLM_TRUSTED_PROXIES");
    }

    @Test
    void newerAddressesAreCountedByTheirNetwork() {
        assertThat(ClientAddresses.counted("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(ClientAddresses.counted("2001:db8:1:2:ffff::1"))
                .isNotEqualTo(ClientAddresses.counted("2001:db8:1:3::1"));
        assertThat(ClientAddresses.counted("203.0.113.9"))
                .isNotEqualTo(ClientAddresses.counted("203.0.113.10"))
                .isEqualTo("203.0.113.9");
    }

    private static TrustedProxies proxies(String... blocks) {
        return new TrustedProxies(List.of(blocks).stream().map(AddressBlock::of).toList(), false);
    }

    private static TestBed behind(TrustedProxies proxies) {
        return new TestBed()
                .behind("identity", request -> request.response()
                        .end(request.getHeader("X-Forwarded-For") + " " + request.getHeader("X-Forwarded-Proto")))
                .proxies(proxies)
                .open();
    }
}
