package io.skyholm.agent.pool;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.host.DiskSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The object store's folder, as it is mounted on this host. */
public record ImageFolder(Path folder) implements ImageBytes {

    private static final int PIECE = 1 << 20;

    @Override
    public long copy(DiskSource source, BytesTarget bytes, long sizeBytes) throws IOException {
        Path object = folder.resolve("sealed").resolve(source.objectId().toString());
        SparseTarget target = new SparseTarget(bytes, sizeBytes);
        try (ImageParts image = ImageParts.in(object)) {
            if (!image.sha256().equals(source.sha256())) {
                throw HypervisorProblem.forGood("The image's bytes are not those that were verified");
            }
            return switch (source.format()) {
                case RAW, ISO -> copy(image, target);
                case QCOW2 -> Qcow2Disk.copy(image, target);
            };
        }
    }

    private static long copy(ImageParts image, SparseTarget target) throws IOException {
        target.require(image.size());
        for (long at = 0; at < image.size(); at += PIECE) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, image.size() - at));
            image.read(piece, at);
            target.write(piece.flip(), at);
        }
        return image.size();
    }
}
