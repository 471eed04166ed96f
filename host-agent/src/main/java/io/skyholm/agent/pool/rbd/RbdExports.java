package io.skyholm.agent.pool.rbd;

import com.ceph.rbd.RbdImage;
import io.skyholm.agent.pool.ObjectDrafts;
import io.skyholm.agent.pool.Sha256;
import io.skyholm.agent.pool.SparseTarget;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Leaves the bytes of snapshots and disks with the object store. The index has a note of each: a draft until the bytes are there as they were read. */
record RbdExports(ObjectDrafts objects) {

    private static final int PIECE = 1 << 20;

    /** Whoever is killed before it is noted does it again, in place of what was there of it. */
    void export(CephConnection ceph, UUID id, IndexEntry of, UUID snapshot, UUID object) throws IOException {
        export(ceph, id, of, work -> ceph.images().openSnapshot(of.image(), snapshot.toString(), work), object);
    }

    /** The same with the bytes of a disk that nobody writes to. */
    void exportDisk(CephConnection ceph, UUID id, IndexEntry of, UUID object) throws IOException {
        export(ceph, id, of, work -> ceph.images().openReadOnly(of.image(), work), object);
    }

    /** Opens what is to be left. */
    @FunctionalInterface
    private interface Opening {

        String with(RbdImages.Work<String> work) throws IOException;
    }

    private void export(CephConnection ceph, UUID id, IndexEntry of, Opening opening, UUID object) throws IOException {
        Optional<IndexEntry> before = ceph.index().find(RbdIndex.EXPORTS, id);
        if (before.filter(IndexEntry::whole).isPresent()) {
            return;
        }
        IndexEntry note = of.restored(0).whole(false);
        ceph.index().put(RbdIndex.EXPORTS, id, note);
        requireWanted();
        String sum = opening.with(image -> leave(image, of.sizeBytes(), object));
        ceph.index().put(RbdIndex.EXPORTS, id, note.left(sum));
    }

    /** Ceph may have answered long after it was given up and shown to be gone: nothing may be written then. */
    static void requireWanted() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("it was given up");
        }
    }

    private String leave(RbdImage image, long sizeBytes, UUID object) throws IOException {
        String left = objects.leave(object, draft -> copy(image, sizeBytes, draft));
        if (!left.equals(sha256(image, sizeBytes))) {
            throw new IOException("the object store has other bytes than were written");
        }
        return left;
    }

    /** What is zeros in it takes no room. */
    private static void copy(RbdImage image, long sizeBytes, FileChannel draft) throws IOException {
        SparseTarget target = new SparseTarget(draft::write, sizeBytes);
        read(image, sizeBytes, target::write);
        if (draft.size() < sizeBytes) {
            int written = draft.write(ByteBuffer.allocate(1), sizeBytes - 1);
            assert written == 1;
        }
    }

    private static String sha256(RbdImage image, long sizeBytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        read(image, sizeBytes, (piece, at) -> digest.update(piece));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Takes one piece after the other. */
    @FunctionalInterface
    private interface Pieces {

        void take(ByteBuffer piece, long at) throws IOException;
    }

    private static void read(RbdImage image, long sizeBytes, Pieces pieces) throws IOException {
        byte[] piece = new byte[PIECE];
        for (long at = 0; at < sizeBytes; at += PIECE) {
            int length = (int) Math.min(PIECE, sizeBytes - at);
            if (image.read(at, piece, length) != length) {
                throw new EOFException("an image is shorter than it was");
            }
            pieces.take(ByteBuffer.wrap(piece, 0, length), at);
        }
    }
}
