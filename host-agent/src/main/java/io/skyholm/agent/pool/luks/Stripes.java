package io.skyholm.agent.pool.luks;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A key that is spread over many stripes, all of which are needed to have it again: it is gone when a disk has overwritten most of them, also if it kept
 * a few elsewhere. What LUKS calls its anti-forensic splitter.
 */
final class Stripes {

    static final int NUMBER = 4000;

    private static final int HASH = 32;

    private Stripes() {}

    static byte[] spread(byte[] key, SecureRandom random) {
        byte[] stripes = new byte[key.length * NUMBER];
        random.nextBytes(stripes);
        byte[] last = mixed(stripes, key.length);
        combine(last, key, 0);
        System.arraycopy(last, 0, stripes, stripes.length - key.length, key.length);
        return stripes;
    }

    static byte[] gather(byte[] stripes) {
        int length = stripes.length / NUMBER;
        byte[] key = mixed(stripes, length);
        combine(key, stripes, stripes.length - length);
        return key;
    }

    /** All but the last of them. */
    private static byte[] mixed(byte[] stripes, int length) {
        MessageDigest digest = digest();
        byte[] mixed = new byte[length];
        for (int stripe = 0; stripe < NUMBER - 1; stripe++) {
            combine(mixed, stripes, stripe * length);
            diffuse(mixed, digest);
        }
        return mixed;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static void combine(byte[] into, byte[] with, int from) {
        for (int at = 0; at < into.length; at++) {
            into[at] ^= with[from + at];
        }
    }

    private static void diffuse(byte[] block, MessageDigest digest) {
        for (int part = 0; part * HASH < block.length; part++) {
            int begin = part * HASH;
            int length = Math.min(HASH, block.length - begin);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part));
            digest.update(block, begin, length);
            System.arraycopy(Arrays.copyOf(digest.digest(), length), 0, block, begin, length);
        }
    }
}
