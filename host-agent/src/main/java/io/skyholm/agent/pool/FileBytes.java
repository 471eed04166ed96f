package io.skyholm.agent.pool;

import io.skyholm.agent.pool.luks.RawBytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** An encrypted disk in an open file. */
public record FileBytes(FileChannel file) implements RawBytes {

    @Override
    public void read(byte[] into, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("a file is shorter than it was");
            }
        }
    }

    @Override
    public void write(byte[] bytes, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (long position = at; buffer.hasRemaining(); ) {
            position += file.write(buffer, position);
        }
    }

    @Override
    public void force() throws IOException {
        file.force(true);
    }
}
