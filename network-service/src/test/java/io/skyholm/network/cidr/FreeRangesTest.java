package io.skyholm.network.cidr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A block is divided without losing or doubling an address. */
class FreeRangesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/30, 10.0.0.1, 1",
        "10.0.0.0/30, 10.0.0.2, 1",
        "10.0.0.0/24, 10.0.0.1, 253",
        "10.0.0.0/24, 10.0.0.254, 253",
        "10.0.0.0/24, 10.0.0.99, 253",
        "10.0.0.0/16, 10.0.128.0, 65533",
        "fd00::/126, fd00::1, 2",
        "fd00::/112, fd00::1, 65534"
    })
    void everyAddressButThoseNeverGivenIsInOneLane(String block, String gateway, long many) {
        Cidr cidr = Cidr.of(block);
        List<Long> places = FreeRanges.of(cidr, gateway).stream()
                .flatMap(lane ->
                        LongStream.rangeClosed(lane.first(), lane.last()).boxed())
                .toList();
        assertThat(places).doesNotHaveDuplicates().hasSize((int) many).doesNotContain(0L, cidr.place(gateway));
        assertThat(places).allMatch(place -> cidr.isHost(cidr.at(place)));
    }

    @Test
    void lanesAreFewHoweverLargeTheBlock() {
        assertThat(FreeRanges.of(Cidr.of("10.0.0.0/8"), "10.0.0.1")).hasSizeBetween(8, 33);
        assertThat(FreeRanges.of(Cidr.of("fd00::/32"), "fd00::1")).hasSizeBetween(8, 33);
        assertThat(FreeRanges.of(Cidr.of("10.0.0.0/28"), "10.0.0.1")).hasSize(1);
    }
}
