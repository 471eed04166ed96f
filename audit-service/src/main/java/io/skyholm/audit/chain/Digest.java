package io.skyholm.audit.chain;

import java.time.Instant;
import java.util.UUID;

/**
 * A signed head.
 *
 * @param signature of {@link #signed()}, Ed25519, in Base64
 * @param keyId which key signed it
 */
public record Digest(UUID chainId, long sequence, String hash, Instant signedAt, String signature, String keyId) {

    /** A digest that is yet to be signed. */
    static String signed(UUID chainId, long sequence, String hash, Instant signedAt) {
        return chainId + "\n" + sequence + "\n" + hash + "\n" + signedAt;
    }

    /** The text that is signed: these four, a line each. */
    public String signed() {
        return signed(chainId, sequence, hash, signedAt);
    }
}
