package io.skyholm.agent.pool.rbd;

import com.ceph.rbd.RbdImage;
import io.skyholm.agent.pool.ObjectDrafts;
import io.skyholm.agent.pool.Sha256;
import io.skyholm.agent.pool.SparseTarget;
import io.skyholm.events.difference.Difference;
import io.skyholm.events.difference.Extent;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the bytes of snapshots and disks with the object store, or what of them is not as in a snapshot of before. The index has a note of each: a
 * draft until the bytes are there as they were read.
 */
record RbdExports(ObjectDrafts objects) {

    private static final int PIECE = 1 << 20;

    /** A snapshot of the same image that the store has the bytes of, and how large the image was then. */
    record Base(String snapshot, long sizeBytes) {}

    /** Whoever is killed before it is noted does it again, in place of what was there of it. */
    void export(CephConnection ceph, UUID id, IndexEntry of, UUID snapshot, @Nullable Base base, UUID object)
            throws IOException {
        export(
                ceph,
                id,
                of,
                work -> ceph.images().openSnapshot(of.image(), snapshot.toString(), work),
                image -> base == null ? leave(image, of, object) : leaveChanges(image, of, base, object));
    }

    /** The same with all bytes of a disk that nobody writes to. */
    void exportDisk(CephConnection ceph, UUID id, IndexEntry of, UUID object) throws IOException {
        export(ceph, id, of, work -> ceph.images().openReadOnly(of.image(), work), image -> leave(image, of, object));
    }

    /** Opens what is to be left. */
    @FunctionalInterface
    private interface Opening {

        IndexEntry with(RbdImages.Work<IndexEntry> work) throws IOException;
    }

    private static void export(
            CephConnection ceph, UUID id, IndexEntry of, Opening opening, RbdImages.Work<IndexEntry> leaving)
            throws IOException {
        Optional<IndexEntry> before = ceph.index().find(RbdIndex.EXPORTS, id);
        if (before.filter(IndexEntry::whole).isPresent()) {
            return;
        }
        ceph.index().put(RbdIndex.EXPORTS, id, of.restored(0).whole(false));
        requireWanted();
        ceph.index().put(RbdIndex.EXPORTS, id, opening.with(leaving));
    }

    /** Ceph may have answered long after it was given up and shown to be gone: nothing may be written then. */
    static void requireWanted() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("it was given up");
        }
    }

    /** Gives what is to be noted of it. */
    private IndexEntry leave(RbdImage image, IndexEntry of, UUID object) throws IOException {
        long sizeBytes = of.sizeBytes();
        String left = objects.leave(object, draft -> copy(image, sizeBytes, draft));
        requireSame(left, sha256(image, sizeBytes));
        return of.restored(0).left(left, null);
    }

    /** The same with the difference alone, unless that would take as much, or cannot be told. */
    private IndexEntry leaveChanges(RbdImage image, IndexEntry of, Base base, UUID object) throws IOException {
        Optional<List<Extent>> changes = RbdChanges.since(image, base.snapshot(), of.sizeBytes());
        requireWanted();
        if (changes.isEmpty() || kept(changes.get()) >= of.sizeBytes()) {
            return leave(image, of, object);
        }
        String whole = sha256(image, of.sizeBytes());
        Difference difference = new Difference(base.sizeBytes(), of.sizeBytes(), whole, changes.get());
        String left = objects.leave(object, draft -> write(image, difference, piece -> writeAll(draft, piece)));
        MessageDigest digest = Sha256.digest();
        write(image, difference, digest::update);
        requireSame(left, HexFormat.of().formatHex(digest.digest()));
        return of.restored(0).left(whole, difference.bytes());
    }

    private static long kept(List<Extent> extents) {
        return extents.stream().mapToLong(Extent::kept).sum();
    }

    private static void requireSame(String left, String read) throws IOException {
        if (!left.equals(read)) {
            throw new IOException("the object store has other bytes than were written");
        }
    }

    /** Takes the bytes of a difference as they follow on each other. */
    @FunctionalInterface
    private interface Sink {

        void take(ByteBuffer bytes) throws IOException;
    }

    private static void write(RbdImage image, Difference difference, Sink sink) throws IOException {
        sink.take(difference.header());
        for (Extent extent : difference.extents()) {
            if (!extent.isZero()) {
                read(image, extent.at(), extent.end(), (piece, at) -> sink.take(piece));
            }
        }
    }

    private static void writeAll(FileChannel draft, ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            int written = draft.write(piece);
            assert written >= 0;
        }
    }

    /** What is zeros in it takes no room. */
    private static void copy(RbdImage image, long sizeBytes, FileChannel draft) throws IOException {
        SparseTarget target = new SparseTarget(draft::write, sizeBytes);
        read(image, 0, sizeBytes, target::write);
        if (draft.size() < sizeBytes) {
            int written = draft.write(ByteBuffer.allocate(1), sizeBytes - 1);
            assert written == 1;
        }
    }

    private static String sha256(RbdImage image, long sizeBytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        read(image, 0, sizeBytes, (piece, at) -> digest.update(piece));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Takes one piece after the other. */
    @FunctionalInterface
    private interface Pieces {

        void take(ByteBuffer piece, long at) throws IOException;
    }

    private static void read(RbdImage image, long from, long end, Pieces pieces) throws IOException {
        byte[] piece = new byte[PIECE];
        for (long at = from; at < end; at += PIECE) {
            int length = (int) Math.min(PIECE, end - at);
            if (image.read(at, piece, length) != length) {
                throw new EOFException("an image is shorter than it was");
            }
            pieces.take(ByteBuffer.wrap(piece, 0, length), at);
        }
    }
}
