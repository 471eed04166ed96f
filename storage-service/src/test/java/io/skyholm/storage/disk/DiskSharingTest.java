package io.skyholm.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.storage.ShareMode;
import io.skyholm.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To how many instances a disk may be attached, by what is said and what is not. */
class DiskSharingTest {

    private static final DiskSharing ALONE = DiskSharing.of(null, null);

    @Test
    void aDiskIsForOneInstanceUnlessItIsSaidToBeShared() {
        assertThat(ALONE).isEqualTo(new DiskSharing(ShareMode.EXCLUSIVE, 1));
        assertThat(DiskSharing.of(ShareMode.SHARED, null).most()).isEqualTo(16);
        assertThat(DiskSharing.of(ShareMode.SHARED, 2).most()).isEqualTo(2);
    }

    @Test
    void aNumberThatDoesNotGoWithTheModeIsRefused() {
        refused(ShareMode.EXCLUSIVE, 2);
        refused(null, 2);
        refused(ShareMode.SHARED, 1);
        refused(ShareMode.SHARED, 17);
    }

    @Test
    void whatIsNotSaidStaysWhileTheModeDoes() {
        DiskSharing shared = DiskSharing.of(ShareMode.SHARED, 4);
        assertThat(shared.with(null, null)).isEqualTo(shared);
        assertThat(shared.with(null, 5).most()).isEqualTo(5);
        assertThat(shared.with(ShareMode.SHARED, null)).isEqualTo(shared);
        assertThat(shared.with(ShareMode.EXCLUSIVE, null)).isEqualTo(ALONE);
    }

    private static void refused(@Nullable ShareMode mode, int most) {
        assertThatThrownBy(() -> DiskSharing.of(mode, most)).isInstanceOf(Problem.class);
    }
}
