package io.skyholm.compute.size;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How sizes are counted together. */
class SizeTest {

    private static final Size ONE = new Size(2, 4, 10, 1);
    private static final Size OTHER = new Size(1, 8, 40, 0);

    @Test
    void twoTogetherAreTheSumOfEachThing() {
        assertThat(ONE.plus(OTHER)).isEqualTo(new Size(3, 12, 50, 1));
    }

    @Test
    void whatIsLeftMayBeBelowZero() {
        assertThat(ONE.minus(OTHER)).isEqualTo(new Size(1, -4, -30, 1));
        assertThat(ONE.minus(ONE)).isEqualTo(Size.NONE);
    }

    @Test
    void whatIsGivenBackUndoesWhatWasTaken() {
        assertThat(ONE.plus(OTHER).plus(OTHER.negated())).isEqualTo(ONE);
    }

    /** What a resize takes at once: more cores and less memory need the cores of the one and the memory of the other. */
    @Test
    void theLargerOfTwoIsTheLargerOfEachThing() {
        assertThat(ONE.orMore(OTHER)).isEqualTo(new Size(2, 8, 40, 1));
    }
}
