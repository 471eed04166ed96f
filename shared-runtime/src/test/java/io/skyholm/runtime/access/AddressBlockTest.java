package io.skyholm.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "0.0.0.0/0, ::1, false",
        "192.0.2.0/24, nonsense, false",
    })
    void holdsWhatBeginsWithItsBits(String block, String address, boolean held) {
        assertThat(AddressBlock.parse(block).contains(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0/24, true",
        "192.0.2.0/24, 192.0.2.128/25, true",
        "192.0.2.0/24, 192.0.2.7, true",
        "192.0.2.0/24, 192.0.2.0/23, false",
        "192.0.2.0/24, 192.0.3.0/25, false",
        "0.0.0.0/0, 203.0.113.0/24, true",
        "0.0.0.0/0, ::/0, false",
        "2001:db8::/32, 2001:db8:7::/48, true",
    })
    void coversABlockThatLiesWithinAsAWhole(String block, String other, boolean covered) {
        assertThat(AddressBlock.parse(block).covers(AddressBlock.parse(other))).isEqualTo(covered);
    }

    @Test
    void holdsNothingOfWhichNobodyKnowsTheAddress() {
        assertThat(AddressBlock.parse("0.0.0.0/0").contains(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/x", "300.1.1.1", "::/129"})
    void isNoneOfThese(String text) {
        assertThatThrownBy(() -> AddressBlock.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
