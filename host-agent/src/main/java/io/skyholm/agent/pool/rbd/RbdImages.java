package io.skyholm.agent.pool.rbd;

import com.ceph.rados.IoCTX;
import com.ceph.rbd.Rbd;
import com.ceph.rbd.RbdException;
import com.ceph.rbd.RbdImage;
import com.sun.jna.Native;
import com.sun.jna.ptr.LongByReference;
import io.skyholm.agent.nativecode.NativeThreads;
import io.skyholm.agent.pool.BytesTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The RBD images of a namespace. */
final class RbdImages {

    /** Layering, exclusive lock, object map, fast diff, deep flatten: Ceph's own default. */
    private static final long FEATURES = 1 | 4 | 8 | 16 | 32;

    private static final int OBJECT_BITS = 22;
    private static final int TOO_SHORT = -34;
    private static final int NAMES_BYTES = 64 << 10;
    private static final int ID_BYTES = 256;
    private static final int CHILDREN_BYTES = 4 << 10;

    private final IoCTX io;
    private final Rbd rbd;

    RbdImages(IoCTX io) {
        this.io = io;
        this.rbd = new Rbd(io);
    }

    /** Does something with an open image. */
    @FunctionalInterface
    interface Work<T> {

        T with(RbdImage image) throws IOException;
    }

    <T> T open(String name, Work<T> work) throws IOException {
        RbdImage image = rbd.open(name);
        try {
            return work.with(image);
        } finally {
            rbd.close(image);
        }
    }

    /** The same with one that is only read. */
    <T> T openReadOnly(String name, Work<T> work) throws IOException {
        RbdImage image = rbd.openReadOnly(name);
        try {
            return work.with(image);
        } finally {
            rbd.close(image);
        }
    }

    /** The same with one of its snapshots, which cannot be written to. */
    <T> T openSnapshot(String name, String snapshot, Work<T> work) throws IOException {
        RbdImage image = rbd.openReadOnly(name, snapshot);
        try {
            return work.with(image);
        } finally {
            rbd.close(image);
        }
    }

    void create(String name, long sizeBytes) throws IOException {
        rbd.create(name, sizeBytes, FEATURES, OBJECT_BITS);
    }

    /** Makes an image that begins with the bytes of a snapshot, which the two share, and goes on with zeros. */
    void clone(String parent, String snapshot, String name, long sizeBytes, long parentBytes) throws IOException {
        rbd.clone(parent, snapshot, io, name, FEATURES, OBJECT_BITS);
        if (sizeBytes > parentBytes) {
            growTo(name, sizeBytes);
        }
    }

    /** Makes one larger, and says how large it is; one that is larger stays so. */
    long growTo(String name, long sizeBytes) throws IOException {
        return open(name, image -> {
            long is = image.stat().size;
            if (is < sizeBytes) {
                image.resize(sizeBytes);
            }
            return Math.max(is, sizeBytes);
        });
    }

    /** Keeps the bytes of this moment, and says how many they are. */
    long snapshot(String name, String snapshot) throws IOException {
        return open(name, image -> {
            try {
                image.snapCreate(snapshot);
            } catch (RbdException failure) {
                if (failure.getReturnValue() != CephErrors.THERE_ALREADY) {
                    throw failure;
                }
                // Of a predecessor that was killed: the disk may have been written to since.
                image.snapRemove(snapshot);
                image.snapCreate(snapshot);
            }
            return image.stat().size;
        });
    }

    void protect(String name, String snapshot) throws IOException {
        open(name, image -> {
            image.snapProtect(snapshot);
            return snapshot;
        });
    }

    /** Removes a snapshot, protected or not; who shares bytes with it gets them first. */
    void removeSnapshot(String name, String snapshot) throws IOException {
        AtomicBoolean isShared = new AtomicBoolean();
        whereThere(() -> open(name, image -> {
            isShared.set(isShared(image, snapshot));
            return isShared.get() ? snapshot : removed(image, snapshot);
        }));
        if (isShared.get()) {
            for (String child : children(name, snapshot)) {
                flatten(child);
            }
            whereThere(() -> open(name, image -> removed(image, snapshot)));
        }
    }

    private static String removed(RbdImage image, String snapshot) throws IOException {
        if (image.snapIsProtected(snapshot)) {
            image.snapUnprotect(snapshot);
        }
        image.snapRemove(snapshot);
        return snapshot;
    }

    /**
     * Whether any image shares bytes with a snapshot, as the image's header says: one request. To ask librbd who they are, the image is opened once more, and
     * that takes as long as to remove the snapshot.
     */
    private boolean isShared(RbdImage image, String snapshot) throws IOException {
        byte[] id = new byte[ID_BYTES];
        LongByReference number = new LongByReference();
        CephErrors.check(Librbd.LIBRARY.rbd_get_id(image.getPointer(), id, id.length), "read the id of an image");
        int found = Librbd.LIBRARY.rbd_snap_get_id(image.getPointer(), snapshot, number);
        if (found == CephErrors.NOT_THERE) {
            return false;
        }
        CephErrors.check(found, "find a snapshot");
        byte[] asked = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number.getValue())
                .array();
        byte[] children = new byte[CHILDREN_BYTES];
        int answered = Librados.LIBRARY.rados_exec(
                io.getPointer(),
                "rbd_header." + Native.toString(id),
                "rbd",
                "children_list",
                asked,
                asked.length,
                children,
                children.length);
        if (answered == CephErrors.NOT_THERE) {
            return false;
        }
        return answered == TOO_SHORT
                || CephErrors.check(answered, "ask who shares a snapshot") < Integer.BYTES
                || ByteBuffer.wrap(children).order(ByteOrder.LITTLE_ENDIAN).getInt() > 0;
    }

    /** The images that share bytes with a snapshot, of which the pool is told before their names. To ask for them sets the open image to the snapshot, so it is opened for that alone. */
    List<String> children(String name, String snapshot) throws IOException {
        try {
            return openReadOnly(name, image -> image.listChildren(snapshot)).stream()
                    .map(child -> child.substring(child.lastIndexOf('/') + 1))
                    .toList();
        } catch (RbdException failure) {
            if (failure.getReturnValue() == CephErrors.NOT_THERE) {
                return List.of();
            }
            throw failure;
        }
    }

    /** How many there are: they are named only where there are any. */
    int sharers(String name, String snapshot) throws IOException {
        AtomicBoolean isShared = new AtomicBoolean();
        whereThere(() -> openReadOnly(name, image -> {
            isShared.set(isShared(image, snapshot));
            return name;
        }));
        return isShared.get() ? children(name, snapshot).size() : 0;
    }

    /** Gives an image all bytes that it shares with a snapshot. */
    void flatten(String name) throws IOException {
        open(name, image -> {
            image.flatten();
            return name;
        });
    }

    /** Removes one that has no snapshots; false for one that has. */
    boolean remove(String name) throws IOException {
        try {
            whereThere(() -> {
                rbd.remove(name);
                return name;
            });
            return true;
        } catch (RbdException failure) {
            if (failure.getReturnValue() == CephErrors.NOT_EMPTY) {
                return false;
            }
            throw failure;
        }
    }

    /** Removes all bytes of an image that none of its snapshots has. */
    void empty(String name) throws IOException {
        open(name, image -> {
            if (image.stat().size > 0) {
                image.resize(0);
            }
            return name;
        });
    }

    /** Lets bytes be written to an image of that size, and then makes it as large as it says. */
    @FunctionalInterface
    interface Filling {

        long fill(BytesTarget target) throws IOException;
    }

    /** Fills an image, and says how large it is afterwards. */
    long fill(String name, Filling filling) throws IOException {
        return open(name, image -> {
            long bytes = filling.fill((buffer, at) -> {
                byte[] piece = new byte[buffer.remaining()];
                buffer.get(piece);
                image.write(piece, at, piece.length);
                return piece.length;
            });
            image.resize(bytes);
            return bytes;
        });
    }

    /** The names of all there are, among them those that somebody did not come to the end of removing. */
    Set<String> names() throws IOException {
        while (true) {
            try {
                return names(rbd.list(NAMES_BYTES));
            } catch (RbdException grown) {
                if (grown.getReturnValue() != TOO_SHORT) {
                    throw grown;
                }
            }
        }
    }

    private static Set<String> names(String[] listed) {
        Set<String> names = new HashSet<>(List.of(listed));
        names.remove("");
        return names;
    }

    private static void whereThere(NativeThreads.Work<String, IOException> work) throws IOException {
        try {
            String ignored = work.call();
            assert ignored != null;
        } catch (RbdException failure) {
            if (failure.getReturnValue() != CephErrors.NOT_THERE) {
                throw failure;
            }
        }
    }
}
