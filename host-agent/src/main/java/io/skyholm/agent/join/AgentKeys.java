package io.skyholm.agent.join;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;
import java.util.NoSuchElementException;

/** What a host proves itself with: made once, before it asks for anything, and never told. */
public final class AgentKeys {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final String publicKey;

    private AgentKeys(PrivateKey secret, String publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /** The keys in this file, which is made if it is not there: the secret and the public key, a line each. */
    public static AgentKeys keptIn(Path file) {
        List<String> lines = new PrivateFile(file)
                .orMake(() -> KeyPairText.make(ALGORITHM).lines())
                .lines()
                .toList();
        try {
            KeyPairText kept = new KeyPairText(lines.getFirst(), lines.get(1));
            return new AgentKeys(kept.read(ALGORITHM), kept.publicKey());
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NoSuchElementException unreadable) {
            throw new IllegalStateException(file + " holds no keys", unreadable);
        }
    }

    /** X.509 in Base64. */
    public String publicKey() {
        return publicKey;
    }

    /** The signature over these bytes. */
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key of our own cannot sign", impossible);
        }
    }
}
