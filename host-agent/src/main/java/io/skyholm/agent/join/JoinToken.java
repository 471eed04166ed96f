package io.skyholm.agent.join;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens with which hosts join. */
public final class JoinToken {

    private static final String PREFIX = "shj_";
    private static final String ALGORITHM = "HmacSHA256";

    private JoinToken() {}

    /** That of the local host of this number: derived from a secret that the local compute knows too. */
    public static String ofLocalHost(String secret, int number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] derived = mac.doFinal(("host-" + number).getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(derived);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
