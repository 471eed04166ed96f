package io.skyholm.agent.pool.rbd;

import com.ceph.rbd.RbdException;
import com.ceph.rbd.RbdImage;
import com.sun.jna.ptr.LongByReference;
import io.skyholm.agent.pool.CheckNote;
import io.skyholm.agent.pool.Findings;
import io.skyholm.events.host.CheckResult;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Checks of images. The index has a note of the result. */
final class RbdChecks {

    private static final Librbd LIBRARY = Librbd.LIBRARY;

    /** An object's. */
    private static final int PIECE = 4 << 20;

    /** Of the object map, or of what is derived from it. */
    private static final long INVALID = 1 | 2;

    private RbdChecks() {}

    static void check(CephConnection ceph, UUID disk, long sizeBytes, boolean repair, long run) throws IOException {
        CheckResult result = look(ceph, disk, sizeBytes, repair);
        RbdExports.requireWanted();
        ceph.index().putCheck(disk, new CheckNote(run, result));
    }

    private static CheckResult look(CephConnection ceph, UUID disk, long sizeBytes, boolean repair) throws IOException {
        Findings findings = new Findings();
        Optional<IndexEntry> entry = ceph.index().find(RbdIndex.DISKS, disk).filter(IndexEntry::whole);
        if (entry.isEmpty()) {
            findings.damaged("The host's index names no image as the disk");
        } else if (!ceph.images().names().contains(entry.get().image())) {
            findings.damaged("The image of the disk is not there");
        } else {
            look(ceph, disk, entry.get(), sizeBytes, repair, findings);
        }
        return findings.result();
    }

    private static void look(
            CephConnection ceph, UUID disk, IndexEntry entry, long sizeBytes, boolean repair, Findings findings)
            throws IOException {
        RbdImages images = ceph.images();
        String name = entry.image();
        try {
            State state = images.openReadOnly(name, image -> State.of(image, entry.header()));
            if (repair && !state.isAsItShouldBe(sizeBytes)) {
                State mended = images.open(name, image -> mend(image, state, sizeBytes));
                ceph.index().put(RbdIndex.DISKS, disk, entry.sized(mended.header + mended.size));
                state.tellRepaired(sizeBytes, findings);
                mended.tell(sizeBytes, findings);
            } else {
                state.tell(sizeBytes, findings);
            }
            long read = images.openReadOnly(name, image -> read(image, findings));
            assert read >= 0;
        } catch (RbdException failure) {
            if (failure.getReturnValue() != CephErrors.NOT_THERE) {
                throw failure;
            }
            findings.damaged(
                    "The image of the disk, or one that it shares bytes with, cannot be opened: a part is not there");
        }
    }

    /**
     * What an image says of itself.
     *
     * @param header how many bytes lie before those of the disk
     */
    private record State(long size, boolean isMapValid, long header) {

        static State of(RbdImage image, long header) throws IOException {
            LongByReference flags = new LongByReference();
            check(LIBRARY.rbd_get_flags(image.getPointer(), flags), "read the flags of an image");
            return new State(image.stat().size - header, (flags.getValue() & INVALID) == 0, header);
        }

        boolean isAsItShouldBe(long sizeBytes) {
            return size >= sizeBytes && isMapValid;
        }

        void tell(long sizeBytes, Findings findings) {
            if (size < sizeBytes) {
                findings.damaged(tooShort(sizeBytes));
            }
            if (!isMapValid) {
                findings.damaged("The object map of the image is not valid; a repair writes it anew");
            }
        }

        void tellRepaired(long sizeBytes, Findings findings) {
            if (size < sizeBytes) {
                findings.repaired(tooShort(sizeBytes) + ", and was grown to them");
            }
            if (!isMapValid) {
                findings.repaired("The object map of the image was not valid, and is written anew");
            }
        }

        private String tooShort(long sizeBytes) {
            return "The disk has " + size + " of " + sizeBytes + " bytes";
        }
    }

    private static State mend(RbdImage image, State state, long sizeBytes) throws IOException {
        RbdExports.requireWanted();
        if (state.size < sizeBytes) {
            image.resize(state.header + sizeBytes);
        }
        if (!state.isMapValid) {
            Thread waiting = Thread.currentThread();
            Librbd.Progress progress = (done, of, data) -> waiting.isInterrupted() ? CephErrors.TIMED_OUT : 0;
            check(
                    LIBRARY.rbd_rebuild_object_map(image.getPointer(), progress, null),
                    "write the object map of an image");
        }
        return State.of(image, state.header);
    }

    /** Its objects and those that it shares with others; where there are none, Ceph answers at once. */
    private static long read(RbdImage image, Findings findings) throws IOException {
        byte[] piece = new byte[PIECE];
        long size = image.stat().size;
        for (long at = 0; at < size; at += PIECE) {
            RbdExports.requireWanted();
            int length = (int) Math.min(PIECE, size - at);
            int read = image.read(at, piece, length);
            if (read == CephErrors.BROKEN) {
                findings.unreadable(at, at + length, "Ceph cannot read them");
            } else if (check(read, "read an image") < length) {
                throw new EOFException("the disk became shorter meanwhile");
            }
        }
        return size;
    }

    private static int check(int result, String call) throws RbdException {
        if (result < 0) {
            throw new RbdException(call, result);
        }
        return result;
    }
}
