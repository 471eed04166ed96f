package io.skyholm.network.utilisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.network.cidr.Cidr;
import io.skyholm.network.utilisation.UtilisationView.Block;
import io.skyholm.network.utilisation.UtilisationView.Counts;
import org.junit.jupiter.api.Test;

/** How much of a block is held. */
class BlockUtilisationTest {

    @Test
    void networkBroadcastAndGatewayAreNeverHeld() {
        assertThat(block("10.0.0.0/28", Counts.none(4)).total()).isEqualTo(13);
        assertThat(block("fd00::/124", Counts.none(6)).total()).isEqualTo(14);
    }

    @Test
    void whatIsHeldOrCoolsDownIsUsed() {
        Block block = block("10.0.0.0/28", new Counts(4, 1, 2, 3));
        assertThat(block.available()).isEqualTo(7);
        assertThat(block.usedPercent()).isEqualTo(46.15);
    }

    @Test
    void fullBlockHasNothingLeft() {
        Block block = block("10.0.0.0/28", new Counts(4, 0, 13, 0));
        assertThat(block.available()).isZero();
        assertThat(block.usedPercent()).isEqualTo(100);
    }

    private static Block block(String text, Counts counts) {
        return Block.of(Cidr.of(text), counts);
    }
}
