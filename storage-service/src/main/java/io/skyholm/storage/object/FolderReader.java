package io.skyholm.storage.object;

import static java.nio.file.StandardOpenOption.READ;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files one behind the other, with one of them open at a time. */
final class FolderReader implements ObjectReader {

    private final List<Path> files;
    private int next;
    private @Nullable FileChannel open;
    private long skip;
    private long left;

    FolderReader(List<Path> files, long from, long length) throws IOException {
        this.files = files;
        this.skip = from;
        this.left = length;
        while (next < files.size() && skip >= Files.size(files.get(next))) {
            skip -= Files.size(files.get(next++));
        }
    }

    @Override
    public byte[] next(int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, left));
        while (bytes.hasRemaining()) {
            if (channel().read(bytes) < 0) {
                close();
            }
        }
        left -= bytes.capacity();
        return bytes.array();
    }

    private FileChannel channel() throws IOException {
        FileChannel present = open;
        if (present != null) {
            return present;
        }
        if (next == files.size()) {
            throw new EOFException("The object ends %d bytes early".formatted(left));
        }
        FileChannel opened = FileChannel.open(files.get(next++), READ);
        open = opened;
        opened.position(skip);
        skip = 0;
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
