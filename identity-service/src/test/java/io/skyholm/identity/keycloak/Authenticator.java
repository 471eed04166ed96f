package io.skyholm.identity.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The program on somebody's telephone that shows codes (RFC 6238). Keycloak takes none twice, and the one before and the one after
 * as well, so that there are three for a test that does not wait.
 */
public record Authenticator(String secret) {

    private static final int PERIOD_SECONDS = 30;

    /** The code that it showed last. */
    public String lastCode() {
        return code(Instant.now().getEpochSecond() / PERIOD_SECONDS - 1);
    }

    /** The code that it shows. */
    public String code() {
        return code(Instant.now().getEpochSecond() / PERIOD_SECONDS);
    }

    /** The code that comes next. */
    public String nextCode() {
        return code(Instant.now().getEpochSecond() / PERIOD_SECONDS + 1);
    }

    private String code(long period) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(period).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
