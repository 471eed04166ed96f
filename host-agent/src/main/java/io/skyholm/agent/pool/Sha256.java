package io.skyholm.agent.pool;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of what a file holds, in hexadecimal; holes are zeros. */
public final class Sha256 {

    private static final int PIECE = 1 << 20;

    private Sha256() {}

    public static String of(FileChannel file) throws IOException {
        MessageDigest digest = digest();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long at = 0; at < file.size(); at += piece.limit()) {
            if (file.read(piece.clear(), at) <= 0) {
                throw new EOFException("a file is shorter than it was");
            }
            digest.update(piece.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** One to which nothing was added yet. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
