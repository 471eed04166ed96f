package io.skyholm.runtime.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The text of an API key, and all that is kept of it. */
public final class ApiKeyText {

    /** By which a key is told from a token. */
    public static final String PREFIX = "sky_";

    private ApiKeyText() {}

    static boolean isOne(String credential) {
        return credential.startsWith(PREFIX);
    }

    /** What is kept of a key: it has 256 bits of chance, so nobody finds it from this. */
    public static String hash(String key) {
        return HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
