package io.skyholm.agent.pool;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.difference.BytesAt;
import io.skyholm.events.difference.LayeredBytes;
import io.skyholm.events.host.DiskSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The object store's folder, as it is mounted on this host. */
public record ImageFolder(Path folder) implements ImageBytes {

    private static final int PIECE = 1 << 20;

    @Override
    public long copy(DiskSource source, BytesTarget bytes, long sizeBytes) throws IOException {
        SparseTarget target = new SparseTarget(bytes, sizeBytes);
        if (source.differenceIds() != null) {
            return copyLayers(source.objectIds(), source.sha256(), target);
        }
        try (ImageParts image = parts(source.objectId())) {
            if (!image.sha256().equals(source.sha256())) {
                throw HypervisorProblem.forGood("The image's bytes are not those that were verified");
            }
            return switch (source.format()) {
                case RAW, ISO -> copy(image, target);
                case QCOW2 -> Qcow2Disk.copy(image, target);
            };
        }
    }

    private ImageParts parts(UUID object) throws IOException {
        return ImageParts.in(folder.resolve("sealed").resolve(object.toString()));
    }

    private static long copy(ImageParts image, SparseTarget target) throws IOException {
        target.require(image.size());
        eachPiece(image::read, image.size(), target::write);
        return image.size();
    }

    /** What differences make of a disk is summed piece by piece before any of it is written, as if it were one object. */
    private long copyLayers(List<UUID> objects, String sha256, SparseTarget target) throws IOException {
        List<ImageParts> opened = new ArrayList<>();
        try {
            for (UUID object : objects) {
                opened.add(parts(object));
            }
            LayeredBytes disk = LayeredBytes.of(
                    opened.stream().<BytesAt>map(layer -> layer::read).toList());
            long size = disk.layers().sizeBytes();
            MessageDigest digest = Sha256.digest();
            eachPiece(disk, size, (piece, at) -> digest.update(piece));
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw HypervisorProblem.forGood("The backup's bytes are not those that were verified");
            }
            target.require(size);
            eachPiece(disk, size, target::write);
            return size;
        } finally {
            for (ImageParts layer : opened) {
                layer.close();
            }
        }
    }

    /** Takes one piece after the other. */
    @FunctionalInterface
    private interface Pieces {

        void take(ByteBuffer piece, long at) throws IOException;
    }

    private static void eachPiece(BytesAt bytes, long size, Pieces pieces) throws IOException {
        for (long at = 0; at < size; at += PIECE) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, size - at));
            bytes.read(piece, at);
            pieces.take(piece.flip(), at);
        }
    }
}
