package io.skyholm.agent.pool.rbd;

import com.ceph.rados.IoCTX;
import com.ceph.rbd.Rbd;
import com.ceph.rbd.RbdException;
import com.ceph.rbd.RbdImage;
import io.skyholm.agent.nativecode.NativeThreads;
import io.skyholm.agent.pool.BytesTarget;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The RBD images of a namespace. */
final class RbdImages {

    /** Layering, exclusive lock, object map, fast diff, deep flatten: Ceph's own default. */
    private static final long FEATURES = 1 | 4 | 8 | 16 | 32;

    private static final int OBJECT_BITS = 22;
    private static final int TOO_SHORT = -34;
    private static final int NAMES_BYTES = 64 << 10;

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
        for (String child : children(name, snapshot)) {
            flatten(child);
        }
        whereThere(() -> open(name, image -> {
            if (image.snapIsProtected(snapshot)) {
                image.snapUnprotect(snapshot);
            }
            image.snapRemove(snapshot);
            return snapshot;
        }));
    }

    /** The images that share bytes with a snapshot, of which the pool is told before their names. To ask for them sets the open image to the snapshot, so it is opened for that alone. */
    List<String> children(String name, String snapshot) throws IOException {
        try {
            return open(name, image -> image.listChildren(snapshot)).stream()
                    .map(child -> child.substring(child.lastIndexOf('/') + 1))
                    .toList();
        } catch (RbdException failure) {
            if (failure.getReturnValue() == CephErrors.NOT_THERE) {
                return List.of();
            }
            throw failure;
        }
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
