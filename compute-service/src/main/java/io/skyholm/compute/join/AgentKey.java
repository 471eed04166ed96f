package io.skyholm.compute.join;

import io.skyholm.events.host.HostSeal;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A public key of an agent, in the one form in which we keep it. */
record AgentKey(String text) {

    private static final String ALGORITHM = "Ed25519";

    /** Reads the key for what only this agent may read; fails with a problem if it is none. */
    static AgentKey forEncryption(String text) {
        try {
            return new AgentKey(HostSeal.checkedKey(text));
        } catch (IllegalArgumentException unreadable) {
            throw JoinProblems.noEncryptionKey();
        }
    }

    /** Reads the key that it signs with; fails with a problem if it is none. */
    static AgentKey read(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text);
            byte[] read = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(encoded))
                    .getEncoded();
            return new AgentKey(Base64.getEncoder().encodeToString(read));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw JoinProblems.noKey();
        }
    }
}
