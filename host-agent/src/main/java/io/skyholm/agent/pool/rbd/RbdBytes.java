package io.skyholm.agent.pool.rbd;

import com.ceph.rbd.RbdImage;
import io.skyholm.agent.pool.luks.RawBytes;
import java.io.EOFException;
import java.io.IOException;

/** An encrypted disk in an open image. What is written is there when the call returns, since nothing is cached. */
record RbdBytes(RbdImage image) implements RawBytes {

    private static final int PIECE = 1 << 20;

    @Override
    public void read(byte[] into, long at) throws IOException {
        for (int done = 0; done < into.length; ) {
            byte[] piece = new byte[Math.min(PIECE, into.length - done)];
            int read = image.read(at + done, piece, piece.length);
            if (read <= 0) {
                throw new EOFException("an image is shorter than it was");
            }
            System.arraycopy(piece, 0, into, done, read);
            done += read;
        }
    }

    @Override
    public void write(byte[] bytes, long at) throws IOException {
        image.write(bytes, at, bytes.length);
    }

    @Override
    public void force() {}
}
