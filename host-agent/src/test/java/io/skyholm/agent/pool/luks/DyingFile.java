package io.skyholm.agent.pool.luks;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** An encrypted disk in a file, which can lose its power before one of its writes. */
final class DyingFile implements RawBytes {

    private final Path file;
    private int writesLeft = Integer.MAX_VALUE;

    DyingFile(Path file) {
        this.file = file;
    }

    /** So many more are made, and then none. */
    void endAfter(int writes) {
        writesLeft = writes;
    }

    @Override
    public void read(byte[] into, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ)) {
            ByteBuffer buffer = ByteBuffer.wrap(into);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw new EOFException("the file ends");
                }
            }
        }
    }

    @Override
    public void write(byte[] bytes, long at) throws IOException {
        if (writesLeft == 0) {
            throw new IOException("no power");
        }
        writesLeft--;
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                int written = channel.write(buffer, at + buffer.position());
                assert written > 0;
            }
        }
    }

    @Override
    public void force() {}
}
