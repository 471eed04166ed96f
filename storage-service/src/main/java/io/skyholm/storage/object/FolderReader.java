package io.skyholm.storage.object;

import static java.nio.file.StandardOpenOption.READ;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files one behind the other, with one of them open at a time. */
final class FolderReader implements ObjectReader {

    private final ObjectFolder folder;
    private final List<String> files;
    private int next;
    private @Nullable FileChannel open;
    private long skip;
    private long left;

    /** Closes the folder with itself, or where it cannot be read. */
    FolderReader(ObjectFolder folder, long from, long length) throws IOException {
        this.folder = folder;
        this.files = folder.names();
        this.skip = from;
        this.left = length;
        try {
            while (next < files.size() && skip >= folder.size(files.get(next))) {
                skip -= folder.size(files.get(next++));
            }
        } catch (IOException failure) {
            folder.close();
            throw failure;
        }
    }

    @Override
    public byte[] next(int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, left));
        while (bytes.hasRemaining()) {
            if (channel().read(bytes) < 0) {
                closeFile();
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
        FileChannel opened = folder.open(files.get(next++), READ);
        open = opened;
        opened.position(skip);
        skip = 0;
        return opened;
    }

    private void closeFile() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            closeFile();
        }
    }
}
