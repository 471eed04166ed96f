package io.skyholm.events.host;

import java.nio.charset.StandardCharsets;

/**
 * What an agent signs of the key with which secrets are encrypted for its host. It is passed on with the key: who encrypts for a host need not believe
 * whoever names its key.
 *
 * @param publicKey that of the agent, with which the signature is checked
 */
public record EncryptionKeyStatement(String publicKey, String encryptionKey) {

    private static final String WHAT_FOR = "skyholm host encryption key 1";

    /** What the signature is over: a line each, none of which can hold the end of a line. */
    public byte[] bytes() {
        return String.join("\n", WHAT_FOR, publicKey, encryptionKey).getBytes(StandardCharsets.UTF_8);
    }
}
