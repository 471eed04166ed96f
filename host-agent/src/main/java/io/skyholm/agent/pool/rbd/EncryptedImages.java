package io.skyholm.agent.pool.rbd;

import com.ceph.rbd.RbdImage;
import io.skyholm.agent.pool.ImageBytes;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.luks.LuksDisk;
import io.skyholm.agent.pool.luks.LuksFilling;
import io.skyholm.events.host.DiskSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The RBD images of encrypted disks. None is a clone of bytes that are not encrypted: an image's bytes are copied for each. A clone of an encrypted
 * one is encrypted as that is, and has a header of its own as soon as its key is changed.
 */
record EncryptedImages(ImageBytes sources) {

    private static final int PIECE = 1 << 20;

    /** Makes an image's first bytes and its header; or takes over those of an encrypted disk, header and all. */
    void fill(CephConnection ceph, String name, long sizeBytes, @Nullable DiskSource source, DiskKeys keys)
            throws IOException {
        if (source != null && source.holdsEncrypted()) {
            changed(
                    ceph,
                    name,
                    image -> sources.copy(source, (piece, at) -> write(image, piece, at), LuksDisk.HEADER + sizeBytes));
        } else {
            format(ceph, name, keys, filling -> {
                if (source != null) {
                    filling.endAt(sources.copy(source, filling::write, sizeBytes));
                }
            });
        }
    }

    private static int write(RbdImage image, ByteBuffer piece, long at) throws IOException {
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        image.write(bytes, at, bytes.length);
        return bytes.length;
    }

    /** The same with the bytes of a snapshot that is not encrypted. */
    void fillFrom(CephConnection ceph, IndexEntry from, String snapshot, String name, DiskKeys keys)
            throws IOException {
        long copied = ceph.images().openSnapshot(from.image(), snapshot, source -> {
            format(ceph, name, keys, filling -> copy(new RbdBytes(source), from.sizeBytes(), filling));
            return from.sizeBytes();
        });
        assert copied == from.sizeBytes();
    }

    private static void copy(RbdBytes source, long sizeBytes, LuksFilling filling) throws IOException {
        for (long at = 0; at < sizeBytes; at += PIECE) {
            byte[] piece = new byte[(int) Math.min(PIECE, sizeBytes - at)];
            source.read(piece, at);
            int written = filling.write(ByteBuffer.wrap(piece), at);
            assert written == piece.length;
        }
    }

    /** Writes what an encrypted disk begins with. */
    @FunctionalInterface
    private interface Content {

        void writeTo(LuksFilling filling) throws IOException;
    }

    private static void format(CephConnection ceph, String name, DiskKeys keys, Content content) throws IOException {
        changed(ceph, name, image -> {
            LuksDisk disk = new LuksDisk(new RbdBytes(image));
            disk.format(keys.current());
            content.writeTo(new LuksFilling(disk.bytes(keys)));
            return LuksDisk.HEADER;
        });
    }

    /** Only the current key opens it from then on. */
    void change(CephConnection ceph, String name, DiskKeys keys) throws IOException {
        changed(ceph, name, image -> {
            new LuksDisk(new RbdBytes(image)).change(keys);
            return LuksDisk.HEADER;
        });
    }

    private static void changed(CephConnection ceph, String name, RbdImages.Work<Long> work) throws IOException {
        long done = ceph.images().open(name, work);
        assert done >= 0;
    }

    /** Whether the current key opens it. */
    boolean isOpenedBy(CephConnection ceph, String name, DiskKeys keys) throws IOException {
        return ceph.images().openReadOnly(name, image -> new LuksDisk(new RbdBytes(image)).opensWith(keys.current()));
    }
}
