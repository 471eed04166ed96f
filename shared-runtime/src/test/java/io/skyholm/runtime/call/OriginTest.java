package io.skyholm.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By what requests of one source are counted. */
class OriginTest {

    @Test
    void addressIsCountedByItself() {
        assertThat(source("192.0.2.7")).isEqualTo("192.0.2.7").isNotEqualTo(source("192.0.2.8"));
    }

    @Test
    void addressesOfOneSubscriberOfIpv6AreCountedTogether() {
        assertThat(source("2001:db8:1:2::1"))
                .isEqualTo(source("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(source("2001:db8:1:3::1"));
    }

    @Test
    void addressThatNobodyKnowsOrCanReadIsCountedWithAllOthersOfItsKind() {
        assertThat(source(null)).isEqualTo(source("no:address"));
    }

    private static String source(@Nullable String address) {
        return new Origin("request", "request", address, null).source();
    }
}
