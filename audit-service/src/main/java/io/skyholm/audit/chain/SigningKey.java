package io.skyholm.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** Signs digests with Ed25519. */
public final class SigningKey {

    private static final int SEED_BYTES = 32;

    private final KeyPair keys;
    private final VerifyingKey verifying;

    private SigningKey(KeyPair keys) {
        this.keys = keys;
        this.verifying = VerifyingKey.of(keys.getPublic());
    }

    /** The key of that text: Base64 of a 32-byte seed, or of PKCS#8. */
    public static SigningKey read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            return fromSeed(bytes.length == SEED_BYTES ? bytes : seedOf(bytes));
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    "The signing key has to be Base64 of 32 bytes, or of an Ed25519 key in PKCS#8", unreadable);
        }
    }

    /** A new key. */
    public static SigningKey random() {
        try {
            return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The public half. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** Signs that the chain ended there at that time. */
    public Digest sign(Head head, Instant now) {
        String text = Digest.signed(head.chainId(), head.sequence(), head.hash(), now);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            String signed = Base64.getEncoder().encodeToString(signature.sign());
            return new Digest(head.chainId(), head.sequence(), head.hash(), now, signed, verifying.id());
        } catch (GeneralSecurityException unsigned) {
            throw new IllegalStateException(unsigned);
        }
    }

    private static byte[] seedOf(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
                        instanceof EdECPrivateKey key
                ? key.getBytes().orElseThrow()
                : new byte[0];
    }

    /** The JDK derives the public half only where it makes a key, so it is given the seed as its chance. */
    private static SigningKey fromSeed(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Told(seed));
        return new SigningKey(generator.generateKeyPair());
    }

    /** Not random at all: gives what it was told. */
    private static final class Told extends SecureRandom {
        private final byte[] seed;

        Told(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
