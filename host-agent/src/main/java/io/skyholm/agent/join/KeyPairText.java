package io.skyholm.agent.join;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A pair of keys as a file holds it: the secret and the public key, a line each, in Base64. */
record KeyPairText(String secret, String publicKey) {

    /** A new one. */
    static KeyPairText make(String algorithm) {
        try {
            KeyPair made = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            return new KeyPairText(
                    text(made.getPrivate().getEncoded()), text(made.getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }

    /** The lines. */
    String lines() {
        return secret + '\n' + publicKey + '\n';
    }

    PrivateKey read(String algorithm) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(secret);
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /** Never tells the secret. */
    @Override
    public String toString() {
        return publicKey;
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
