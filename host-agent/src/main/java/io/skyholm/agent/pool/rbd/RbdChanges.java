package io.skyholm.agent.pool.rbd;

import com.ceph.rbd.RbdImage;
import io.skyholm.events.difference.Extent;
import io.skyholm.events.difference.Extents;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What an image has otherwise than one of its snapshots had it, as Ceph knows it without reading the bytes. */
final class RbdChanges {

    private static final byte NO = 0;
    private static final byte YES = 1;

    private RbdChanges() {}

    /** What differs in the first bytes of an open image, or of the snapshot as which it is open; empty where Ceph cannot tell. */
    static Optional<List<Extent>> since(RbdImage image, String snapshot, long sizeBytes) throws IOException {
        Extents found = new Extents();
        Thread waiting = Thread.currentThread();
        Librbd.Change change = (offset, length, exists, data) -> {
            if (waiting.isInterrupted()) {
                return CephErrors.TIMED_OUT;
            }
            boolean isAdded = length == 0 || found.add(new Extent(offset, length, exists == NO));
            return isAdded ? 0 : CephErrors.INVALID;
        };
        int result =
                Librbd.LIBRARY.rbd_diff_iterate2(image.getPointer(), snapshot, 0, sizeBytes, YES, NO, change, null);
        if (result == CephErrors.NOT_THERE || result == CephErrors.INVALID) {
            return Optional.empty();
        }
        CephErrors.check(result, "ask what has changed");
        return Optional.of(found.all());
    }
}
