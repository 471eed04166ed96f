package io.skyholm.network.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** MAC addresses that no manufacturer gives. */
class MacAddressesTest {

    @Test
    void addressIsLocallyAdministeredAndForOneCard() {
        assertThat(MacAddresses.next()).matches("02(:[0-9a-f]{2}){5}");
    }

    @Test
    void addressIsHardlyEverTheSame() {
        assertThat(List.of(MacAddresses.next(), MacAddresses.next(), MacAddresses.next()))
                .doesNotHaveDuplicates();
    }
}
