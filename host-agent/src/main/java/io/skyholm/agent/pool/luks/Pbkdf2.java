package io.skyholm.agent.pool.luks;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** PBKDF2 with HMAC-SHA256 (RFC 8018) of bytes; what the JDK has of it takes characters only. */
final class Pbkdf2 {

    private static final String HMAC = "HmacSHA256";
    private static final int HASH = 32;

    private Pbkdf2() {}

    static byte[] derive(byte[] secret, byte[] salt, int iterations, int length) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            byte[] derived = new byte[(length + HASH - 1) / HASH * HASH];
            for (int block = 0; block < derived.length / HASH; block++) {
                System.arraycopy(block(mac, salt, iterations, block + 1), 0, derived, block * HASH, HASH);
            }
            return Arrays.copyOf(derived, length);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static byte[] block(Mac mac, byte[] salt, int iterations, int number) {
        mac.update(salt);
        mac.update(new byte[] {0, 0, 0, (byte) number});
        byte[] round = mac.doFinal();
        byte[] block = round.clone();
        for (int iteration = 1; iteration < iterations; iteration++) {
            round = mac.doFinal(round);
            for (int at = 0; at < HASH; at++) {
                block[at] ^= round[at];
            }
        }
        return block;
    }
}
