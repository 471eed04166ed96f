package io.skyholm.events.host;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an agent signs when it joins: with a token alone, whoever finds it could join again as that host and read its desired
 * states. The time makes a request that was overheard worthless soon.
 */
public record JoinStatement(
        String token, String publicKey, @Nullable String encryptionKey, Instant signedAt) {

    private static final String WHAT_FOR = "skyholm host join 1";

    /** What the signature is over: a line each, none of which can hold the end of a line. */
    public byte[] bytes() {
        String text = String.join(
                "\n", WHAT_FOR, token, publicKey, Objects.requireNonNullElse(encryptionKey, ""), signedAt.toString());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "JoinStatement of " + publicKey;
    }
}
