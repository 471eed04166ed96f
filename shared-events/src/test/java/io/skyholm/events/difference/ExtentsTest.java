package io.skyholm.events.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of changes that are gathered. */
class ExtentsTest {

    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;

    private final Extents extents = new Extents();

    @Test
    void whatLiesCloseTogetherIsOneAndWhatDoesNotStaysApart() {
        assertThat(extents.add(data(0, 4 * KIB))).isTrue();
        assertThat(extents.add(data(8 * KIB, 4 * KIB))).isTrue();
        assertThat(extents.add(data(MIB, 4 * KIB))).isTrue();
        assertThat(extents.all()).containsExactly(data(0, 12 * KIB), data(MIB, 4 * KIB));
    }

    @Test
    void zerosStayZerosUnlessThereAreFewOfThem() {
        extents.add(zeros(0, MIB));
        extents.add(zeros(MIB, MIB));
        extents.add(data(2 * MIB, 4 * KIB));
        extents.add(zeros(2 * MIB + 4 * KIB, 4 * KIB));
        assertThat(extents.all()).containsExactly(zeros(0, 2 * MIB), data(2 * MIB, 8 * KIB));
    }

    @Test
    void howeverManyThereAreFewAreKeptAndNothingIsLeftOut() {
        int written = 4 * Extents.MOST;
        for (int one = 0; one < written; one++) {
            extents.add(data(one * MIB, 4 * KIB));
        }
        List<Extent> all = extents.all();
        assertThat(all).hasSizeLessThanOrEqualTo(Extents.MOST);
        int next = 0;
        for (Extent extent : all) {
            for (; next < written && next * MIB + 4 * KIB <= extent.end(); next++) {
                assertThat(extent.at()).isLessThanOrEqualTo(next * MIB);
            }
        }
        assertThat(next).isEqualTo(written);
    }

    @Test
    void oneThatBeginsBeforeTheLastHasEndedIsNotTaken() {
        extents.add(data(MIB, MIB));
        assertThat(extents.add(data(0, KIB))).isFalse();
        assertThat(extents.add(data(MIB + KIB, KIB))).isFalse();
        assertThat(extents.all()).containsExactly(data(MIB, MIB));
    }

    @Test
    void noneIsEmptyOrWhereNoDiskIs() {
        assertThatThrownBy(() -> data(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> data(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> data(Long.MAX_VALUE, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Extent data(long at, long length) {
        return new Extent(at, length, false);
    }

    private static Extent zeros(long at, long length) {
        return new Extent(at, length, true);
    }
}
