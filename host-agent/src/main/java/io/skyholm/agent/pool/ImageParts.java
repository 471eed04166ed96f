package io.skyholm.agent.pool;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The bytes of an object, which is a folder of parts in the order of their names. */
final class ImageParts implements AutoCloseable {

    private static final int PIECE = 1 << 20;

    private final List<FileChannel> parts = new ArrayList<>();
    private final long size;

    private ImageParts(List<Path> files) throws IOException {
        long counted = 0;
        for (Path file : files) {
            FileChannel part = FileChannel.open(file, StandardOpenOption.READ);
            parts.add(part);
            counted += part.size();
        }
        this.size = counted;
    }

    static ImageParts in(Path object) throws IOException {
        if (!Files.isDirectory(object)) {
            throw new HypervisorProblem("The image's bytes are not there");
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(object)) {
            found.forEach(files::add);
        }
        files.sort(null);
        return new ImageParts(files);
    }

    long size() {
        return size;
    }

    /** Fills the buffer with what begins there; fails where the bytes end before that. */
    void read(ByteBuffer into, long from) throws IOException {
        long begin = from;
        for (FileChannel part : parts) {
            if (begin < part.size()) {
                fill(part, into, begin);
            }
            begin = Math.max(0, begin - part.size());
        }
        if (from < 0 || into.hasRemaining()) {
            throw new HypervisorProblem("The image says that it has bytes where it has none");
        }
    }

    private static void fill(FileChannel part, ByteBuffer into, long from) throws IOException {
        long at = from;
        while (into.hasRemaining() && at < part.size()) {
            at += part.read(into, at);
        }
    }

    /** Their SHA-256, in hexadecimal. */
    String sha256() throws IOException {
        MessageDigest digest = digest();
        for (long at = 0; at < size; at += PIECE) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, size - at));
            read(piece, at);
            digest.update(piece.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public void close() throws IOException {
        for (FileChannel part : parts) {
            part.close();
        }
    }
}
