package io.skyholm.compute.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Hashes passwords as crypt(3) does with SHA-512, for a guest's shadow file. Few rounds are enough for what is random and
 * long; for what people make up they would not be.
 */
final class Crypt {

    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 64;
    private static final int THIRD = 21;

    private Crypt() {}

    static String sha512(String password, String salt, int rounds) {
        byte[] key = password.getBytes(StandardCharsets.UTF_8);
        byte[] grain = salt.getBytes(StandardCharsets.UTF_8);
        byte[] mixed = beginning(key, grain);
        byte[] keys = repeated(digest(times(key, key.length)), key.length);
        byte[] grains = repeated(digest(times(grain, 16 + (mixed[0] & 0xff))), grain.length);
        for (int round = 0; round < rounds; round++) {
            mixed = round(round, mixed, keys, grains);
        }
        return "$6$rounds=" + rounds + "$" + salt + "$" + text(mixed);
    }

    private static byte[] beginning(byte[] key, byte[] salt) {
        byte[] other = digest(key, salt, key);
        MessageDigest digest = sha512();
        digest.update(key);
        digest.update(salt);
        digest.update(repeated(other, key.length));
        for (int bits = key.length; bits > 0; bits >>= 1) {
            digest.update((bits & 1) == 1 ? other : key);
        }
        return digest.digest();
    }

    private static byte[] round(int round, byte[] mixed, byte[] keys, byte[] salts) {
        boolean odd = (round & 1) == 1;
        MessageDigest digest = sha512();
        digest.update(odd ? keys : mixed);
        if (round % 3 != 0) {
            digest.update(salts);
        }
        if (round % 7 != 0) {
            digest.update(keys);
        }
        digest.update(odd ? mixed : keys);
        return digest.digest();
    }

    /** The bytes in crypt's own order, three of them in four characters. */
    private static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int high = 0;
        int middle = THIRD;
        int low = 2 * THIRD;
        for (int group = 0; group < THIRD; group++) {
            append(text, bytes[high], bytes[middle], bytes[low], 4);
            int first = high;
            high = middle + 1;
            middle = low + 1;
            low = first + 1;
        }
        append(text, (byte) 0, (byte) 0, bytes[LENGTH - 1], 2);
        return text.toString();
    }

    private static void append(StringBuilder text, byte high, byte middle, byte low, int characters) {
        int bits = (high & 0xff) << 16 | (middle & 0xff) << 8 | (low & 0xff);
        for (int i = 0; i < characters; i++) {
            text.append(ALPHABET.charAt(bits & 0x3f));
            bits >>= 6;
        }
    }

    private static byte[] digest(byte[]... parts) {
        MessageDigest digest = sha512();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] times(byte[] bytes, int times) {
        return repeated(bytes, bytes.length * times);
    }

    private static byte[] repeated(byte[] bytes, int length) {
        byte[] repeated = Arrays.copyOf(bytes, length);
        for (int i = bytes.length; i < length; i++) {
            repeated[i] = bytes[i % bytes.length];
        }
        return repeated;
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
