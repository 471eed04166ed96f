package io.skyholm.compute.join;

import io.skyholm.runtime.access.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A join token as its host knows it: shown once, and only its hash is kept. */
public record TokenText(String text) {

    private static final String PREFIX = "shj_";
    private static final String HMAC = "HmacSHA256";

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
        return Secret.fresh().text();
    }

    /** What is kept of it, and what it is found by. */
    String hash() {
        return new Secret(text).hash();
    }

    /** Nobody reads it in a log. */
    @Override
    public String toString() {
        return "TokenText";
    }
}
