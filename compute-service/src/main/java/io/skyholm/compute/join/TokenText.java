package io.skyholm.compute.join;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A join token as its host knows it: shown once, and only its hash is kept. */
public record TokenText(String text) {

    private static final String PREFIX = "shj_";
    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one that nobody can guess. */
    static TokenText fresh() {
        return new TokenText(PREFIX + secret());
    }

    /** The one that a suite of one's own gives its host of that number; who knows the secret knows it too. */
    public static TokenText ofLocalHost(String secret, int number) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            byte[] code = mac.doFinal(("host-" + number).getBytes(StandardCharsets.UTF_8));
            return new TokenText(PREFIX + HexFormat.of().formatHex(code));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** A word for a host's account at Kafka. */
    static String secret() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of it, and what it is found by. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Nobody reads it in a log. */
    @Override
    public String toString() {
        return "TokenText";
    }
}
