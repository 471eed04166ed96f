package io.skyholm.compute.password;

import java.security.SecureRandom;

/** First passwords of instances. */
public final class Passwords {

    /** Without letters and digits that look alike. */
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 20;
    private static final int SALT = 12;
    private static final int ROUNDS = 1000;

    private Passwords() {}

    /** A new one, of about 116 bits. */
    public static String next() {
        return letters(LENGTH);
    }

    /** What a guest keeps of it. */
    public static String hash(String password) {
        return Crypt.sha512(password, letters(SALT), ROUNDS);
    }

    private static String letters(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
