package io.skyholm.secrets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM, each time with a nonce of its own, which stands in front. What is encrypted can be bound to
 * something that is not: it is decrypted together with that alone.
 */
final class AesGcm {

    static final int KEY = 32;

    /** By how much what is encrypted is longer. */
    static final int OVERHEAD = 28;

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static byte[] newKey() {
        return random(KEY);
    }

    static byte[] encrypt(byte[] key, byte[] plain, byte[] boundTo) {
        byte[] nonce = random(NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, boundTo, plain);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    static byte[] decrypt(byte[] key, byte[] sealed, byte[] boundTo) {
        ByteBuffer whole = ByteBuffer.wrap(sealed);
        byte[] nonce = take(whole, NONCE);
        return run(Cipher.DECRYPT_MODE, key, nonce, boundTo, take(whole, whole.remaining()));
    }

    static byte[] take(ByteBuffer from, int length) {
        byte[] taken = new byte[length];
        from.get(taken);
        return taken;
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] boundTo, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            cipher.updateAAD(boundTo);
            return cipher.doFinal(content);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("What is sealed cannot be opened", refused);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
