package io.skyholm.compute.sealed;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a key without telling it. */
final class KeyId {

    private static final int BYTES = 8;

    private KeyId() {}

    static String of(byte[] key) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(key), 0, BYTES);
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
