package io.skyholm.storage.disk;

import io.skyholm.events.storage.ShareMode;
import io.skyholm.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/** To how many instances a disk may be attached at once. */
record DiskSharing(ShareMode mode, int most) {

    /** The most that any may be attached to. */
    static final int MOST = 16;

    private static final int FEWEST_SHARED = 2;
    private static final DiskSharing EXCLUSIVE = new DiskSharing(ShareMode.EXCLUSIVE, 1);

    /** That of a new disk; what is not said is as with most. */
    static DiskSharing of(@Nullable ShareMode mode, @Nullable Integer most) {
        return EXCLUSIVE.with(mode, most);
    }

    /** The same with what is said; a number that is not goes with the mode. */
    DiskSharing with(@Nullable ShareMode wantedMode, @Nullable Integer wantedMost) {
        ShareMode next = wantedMode == null ? mode : wantedMode;
        int kept = next == mode ? most : most(next);
        return checked(next, wantedMost == null ? kept : wantedMost);
    }

    private static int most(ShareMode mode) {
        return switch (mode) {
            case EXCLUSIVE -> 1;
            case SHARED -> MOST;
        };
    }

    private static DiskSharing checked(ShareMode mode, int most) {
        if (mode == ShareMode.EXCLUSIVE && most != 1) {
            throw Problem.invalid("maxAttachments", "must be 1 where the disk is EXCLUSIVE");
        }
        if (mode == ShareMode.SHARED && (most < FEWEST_SHARED || most > MOST)) {
            throw Problem.invalid("maxAttachments", "must be from 2 to 16 where the disk is SHARED");
        }
        return new DiskSharing(mode, most);
    }
}
