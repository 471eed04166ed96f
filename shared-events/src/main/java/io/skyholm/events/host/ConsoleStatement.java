package io.skyholm.events.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What an agent signs when it answers for a console: whoever learned of a request could otherwise say what they like in the name of a
 * machine, or read what is typed into it. The time makes an answer that was overheard worthless soon.
 *
 * @param host that signs
 * @param request that is answered
 * @param digest of what is answered, in hexadecimal; of nothing where a line is opened
 */
public record ConsoleStatement(UUID host, UUID request, String digest, Instant signedAt) {

    private static final String WHAT_FOR = "skyholm host console 1";

    /** Of that answer. */
    public static ConsoleStatement of(UUID host, UUID request, String answer, Instant signedAt) {
        return new ConsoleStatement(host, request, sha256(answer), signedAt);
    }

    /** What the signature is over: a line each, none of which can hold the end of a line. */
    public byte[] bytes() {
        String text = String.join("\n", WHAT_FOR, host.toString(), request.toString(), digest, signedAt.toString());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
