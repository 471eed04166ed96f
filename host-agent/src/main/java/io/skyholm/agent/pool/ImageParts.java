package io.skyholm.agent.pool;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The bytes of an object, which is a folder of parts in the order of their names; of however many, one is open at a time. */
final class ImageParts implements AutoCloseable {

    private static final int PIECE = 1 << 20;

    private final List<Path> files;
    private final long[] ends;
    private int current = -1;
    private @Nullable FileChannel open;

    private ImageParts(List<Path> files, long[] ends) {
        this.files = files;
        this.ends = ends;
    }

    static ImageParts in(Path object) throws IOException {
        if (!Files.isDirectory(object)) {
            throw new HypervisorProblem("The image's bytes are not there");
        }
        Map<Path, Long> sizes = new TreeMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(object)) {
            for (Path file : found) {
                sizes.put(file, Files.size(file));
            }
        }
        sizes.values().removeIf(size -> size == 0);
        long[] ends = sizes.values().stream().mapToLong(Long::longValue).toArray();
        Arrays.parallelPrefix(ends, Long::sum);
        return new ImageParts(List.copyOf(sizes.keySet()), ends);
    }

    long size() {
        return files.isEmpty() ? 0 : ends[ends.length - 1];
    }

    /** Fills the buffer with what begins there; fails where the bytes end before that. */
    void read(ByteBuffer into, long from) throws IOException {
        if (from < 0 || from > size() - into.remaining()) {
            throw HypervisorProblem.forGood("The image says that it has bytes where it has none");
        }
        for (long at = from; into.hasRemaining(); ) {
            int index = partAt(at);
            int read = part(index).read(into, at - beginOf(index));
            if (read <= 0) {
                throw new EOFException("a part is shorter than it was");
            }
            at += read;
        }
    }

    /** The one that ends behind it first. */
    private int partAt(long position) {
        int found = Arrays.binarySearch(ends, position + 1);
        return found < 0 ? -found - 1 : found;
    }

    private long beginOf(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    private FileChannel part(int index) throws IOException {
        FileChannel part = open;
        if (part == null || index != current) {
            close();
            part = FileChannel.open(files.get(index), StandardOpenOption.READ);
            current = index;
            open = part;
        }
        return part;
    }

    /** Their SHA-256, in hexadecimal. */
    String sha256() throws IOException {
        MessageDigest digest = Sha256.digest();
        for (long at = 0; at < size(); at += PIECE) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, size() - at));
            read(piece, at);
            digest.update(piece.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        FileChannel part = open;
        open = null;
        if (part != null) {
            part.close();
        }
    }
}
