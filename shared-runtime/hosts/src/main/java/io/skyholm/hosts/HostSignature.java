package io.skyholm.hosts;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Whether a host's agent signed something. */
public final class HostSignature {

    private static final String ALGORITHM = "Ed25519";

    private HostSignature() {}

    /** False also for keys and signatures that are none. */
    public static boolean isBy(String publicKey, byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key(publicKey));
            check.update(signed);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static PublicKey key(String publicKey) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(publicKey);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
