package io.skyholm.events.host;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a text so that one host alone can read it, for this generation of this thing alone: as HPKE does, with a key that
 * is agreed upon anew for each text (DHKEM with X25519), HKDF-SHA256 and AES-256-GCM. What lies in an outbox or on a topic is
 * of no use to whoever reads it there, and cannot be moved to another thing or another host.
 */
public final class HostSeal {

    /** How the keys of hosts are made. */
    public static final String ALGORITHM = "X25519";

    private static final String KEM_NAME = "DHKEM";
    private static final String KDF_NAME = "HKDF-SHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte[] INFO = "skyholm host seal 1".getBytes(StandardCharsets.UTF_8);
    private static final int ENCAPSULATION_BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private HostSeal() {}

    /** Whom and what a text is for. */
    public record Place(UUID host, ThingKey thing, long generation) {

        private byte[] bytes() {
            return (host + "/" + thing.text() + "/" + generation).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What was sealed cannot be opened: by another key, for another place, or it was changed. */
    public static final class CannotOpenException extends RuntimeException {

        CannotOpenException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The text, for whoever has the key to this one.
     *
     * @param publicKey X25519, X.509, in Base64
     */
    public static String seal(String publicKey, Place place, String text) {
        try {
            KEM.Encapsulated agreed =
                    KEM.getInstance(KEM_NAME).newEncapsulator(key(publicKey)).encapsulate();
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, agreed.key(), place).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(agreed.encapsulation(), ENCAPSULATION_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, ENCAPSULATION_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            throw new IllegalArgumentException("Nothing can be sealed with that key", noKey);
        }
    }

    /** The text that was sealed for this key and this place. */
    public static String open(PrivateKey secret, Place place, String sealed) {
        try {
            byte[] whole = Base64.getDecoder().decode(sealed);
            byte[] encapsulation = Arrays.copyOf(whole, ENCAPSULATION_BYTES);
            SecretKey agreed = KEM.getInstance(KEM_NAME).newDecapsulator(secret).decapsulate(encapsulation);
            int rest = Math.max(0, whole.length - ENCAPSULATION_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, agreed, place).doFinal(whole, whole.length - rest, rest);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new CannotOpenException(
                    "What was sealed for " + place.thing().text() + " cannot be opened", unreadable);
        }
    }

    /** Refuses what is no key of a host; in the one form in which keys are kept. */
    public static String checkedKey(String publicKey) {
        try {
            return Base64.getEncoder().encodeToString(key(publicKey).getEncoded());
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException("This is no X25519 public key", noKey);
        }
    }

    private static PublicKey key(String publicKey) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(publicKey);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** The agreed key is used for this text only, and so is what is derived from it. */
    private static Cipher cipher(int mode, SecretKey agreed, Place place) throws GeneralSecurityException {
        byte[] derived = KDF.getInstance(KDF_NAME)
                .deriveData(HKDFParameterSpec.ofExtract().addIKM(agreed).thenExpand(INFO, KEY_BYTES + NONCE_BYTES));
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(
                mode,
                new SecretKeySpec(derived, 0, KEY_BYTES, "AES"),
                new GCMParameterSpec(TAG_BITS, derived, KEY_BYTES, NONCE_BYTES));
        cipher.updateAAD(place.bytes());
        return cipher;
    }
}
