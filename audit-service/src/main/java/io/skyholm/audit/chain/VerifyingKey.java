package io.skyholm.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Tells whether a digest was signed with the private half of this key. */
public record VerifyingKey(String id, PublicKey key) {

    private static final Pattern FRAME = Pattern.compile("-----[A-Z ]+-----|\\s");
    private static final int ID_LENGTH = 16;

    static VerifyingKey of(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new VerifyingKey(HexFormat.of().formatHex(hash).substring(0, ID_LENGTH), key);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The key of that PEM text. */
    public static VerifyingKey read(String pem) {
        try {
            byte[] bytes = Base64.getDecoder().decode(FRAME.matcher(pem).replaceAll(""));
            return of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("This is no public Ed25519 key in PEM", unreadable);
        }
    }

    /** The key as others read it. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Whether this key signed the digest as it stands. */
    public boolean signed(Digest digest) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(digest.signed().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(digest.signature()));
        } catch (IllegalArgumentException | GeneralSecurityException noSignature) {
            return false;
        }
    }
}
