package io.skyholm.agent.join;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

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
        List<String> lines =
                new PrivateFile(file).orMake(AgentKeys::make).lines().toList();
        try {
            byte[] secret = Base64.getDecoder().decode(lines.getFirst());
            return new AgentKeys(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret)), lines.get(1));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
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

    private static String make() {
        try {
            KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return text(made.getPrivate().getEncoded())
                    + '\n'
                    + text(made.getPublic().getEncoded())
                    + '\n';
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
