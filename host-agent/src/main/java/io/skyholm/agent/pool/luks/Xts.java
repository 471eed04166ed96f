package io.skyholm.agent.pool.luks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in the XTS mode of IEEE 1619, as LUKS calls {@code aes-xts-plain64}: a sector's number is what its bytes depend on beside the key. The JDK has
 * the cipher and not the mode.
 */
final class Xts {

    static final int SECTOR = 512;

    /** Of both keys together. */
    static final int KEY = 64;

    private static final int BLOCK = 16;

    /** How a bit that leaves the tweak comes back, by the polynomial of the field. */
    private static final long FEEDBACK = 0x87;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final SecretKeySpec ofBytes;
    private final SecretKeySpec ofTweaks;

    Xts(byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("a key of AES-256-XTS has 64 bytes");
        }
        this.ofBytes = new SecretKeySpec(key, 0, KEY / 2, "AES");
        this.ofTweaks = new SecretKeySpec(key, KEY / 2, KEY / 2, "AES");
    }

    /** Whole sectors, of which the first has that number. */
    byte[] encrypt(byte[] sectors, long first) {
        return apply(Cipher.ENCRYPT_MODE, sectors, first);
    }

    byte[] decrypt(byte[] sectors, long first) {
        return apply(Cipher.DECRYPT_MODE, sectors, first);
    }

    private byte[] apply(int mode, byte[] sectors, long first) {
        if (sectors.length % SECTOR != 0) {
            throw new IllegalArgumentException("sectors are encrypted as a whole");
        }
        try {
            byte[] tweaks = tweaks(sectors.length / SECTOR, first);
            byte[] result = Arrays.copyOf(sectors, sectors.length);
            combine(result, tweaks);
            result = cipher(mode, ofBytes).doFinal(result);
            combine(result, tweaks);
            return result;
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(mode, key);
        return cipher;
    }

    /** One for each block: the encrypted number of its sector, doubled in the field for each block before it. */
    private byte[] tweaks(int sectors, long first) throws GeneralSecurityException {
        byte[] numbers = new byte[sectors * BLOCK];
        for (int sector = 0; sector < sectors; sector++) {
            LONGS.set(numbers, sector * BLOCK, first + sector);
        }
        byte[] begins = cipher(Cipher.ENCRYPT_MODE, ofTweaks).doFinal(numbers);
        byte[] tweaks = new byte[sectors * SECTOR];
        for (int sector = 0; sector < sectors; sector++) {
            long low = (long) LONGS.get(begins, sector * BLOCK);
            long high = (long) LONGS.get(begins, sector * BLOCK + Long.BYTES);
            for (int at = sector * SECTOR; at < (sector + 1) * SECTOR; at += BLOCK) {
                LONGS.set(tweaks, at, low);
                LONGS.set(tweaks, at + Long.BYTES, high);
                long carry = high >>> 63;
                high = high << 1 | low >>> 63;
                low = low << 1 ^ carry * FEEDBACK;
            }
        }
        return tweaks;
    }

    private static void combine(byte[] bytes, byte[] tweaks) {
        for (int at = 0; at < bytes.length; at += Long.BYTES) {
            LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ (long) LONGS.get(tweaks, at));
        }
    }
}
