package io.skyholm.storage.upload;

import io.skyholm.runtime.problem.Problem;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a part has to be by its {@code Upload-Checksum}, and what it is so far. */
final class PartChecksum {

    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");

    private final MessageDigest digest;
    private final byte[] expected;

    private PartChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** What tus calls those that can be named. */
    static SortedSet<String> algorithms() {
        return new TreeSet<>(ALGORITHMS.keySet());
    }

    static @Nullable PartChecksum of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] words = header.split(" ", 2);
        String algorithm = ALGORITHMS.get(words[0]);
        if (algorithm == null || words.length < 2) {
            throw bad();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] expected = Base64.getDecoder().decode(words[1]);
            if (expected.length != digest.getDigestLength()) {
                throw bad();
            }
            return new PartChecksum(digest, expected);
        } catch (NoSuchAlgorithmException | IllegalArgumentException unreadable) {
            throw bad();
        }
    }

    private static Problem bad() {
        return Problem.invalid(TusHeaders.CHECKSUM, "must be sha1, sha256 or md5 and the checksum in Base64");
    }

    void add(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
    }

    /** To be asked once, at the end. */
    boolean agrees() {
        return MessageDigest.isEqual(digest.digest(), expected);
    }
}
