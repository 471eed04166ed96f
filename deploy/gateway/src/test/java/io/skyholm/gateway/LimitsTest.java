package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What clients send before any limit holds has to fit the heap. */
class LimitsTest {

    private static final long MIB = 1 << 20;

    @Test
    void smallHeapHasRoomForFewerConnections() {
        assertThat(Limits.USUAL.within(96 * MIB).connections()).isBetween(2000, 3000);
        assertThat(Limits.USUAL.within(1024 * MIB).connections()).isEqualTo(Limits.USUAL.connections());
    }

    @Test
    void headsThatNeverEndFitTheHeapWithTheBodiesThatAreHeld() {
        Limits small = Limits.USUAL.within(64 * MIB);

        assertThat((long) small.connections() * PublicListener.UNFINISHED_BYTES + small.heldBytes())
                .isLessThan(64 * MIB);
        assertThat(small.requireRoom(64 * MIB)).isEqualTo(small);
    }

    @Test
    void moreConnectionsThanTheHeapHasRoomForAreRefusedAtTheStart() {
        Map<String, String> settings = Map.of(
                "SKYHOLM_TLS_CERTIFICATE", "chain.pem",
                "SKYHOLM_TLS_KEY", "key.pem",
                "SKYHOLM_ROUTES", "identity=http://127.0.0.1:8101",
                "SKYHOLM_CONNECTIONS", "100000000");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.from(settings))
                .withMessageContainingAll("SKYHOLM_CONNECTIONS", "raise -Xmx");
    }
}
