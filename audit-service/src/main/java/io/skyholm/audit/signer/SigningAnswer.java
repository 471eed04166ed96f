package io.skyholm.audit.signer;

import java.util.Optional;

/** One line from the signer. */
final class SigningAnswer {

    private static final String SIGNED = "signed ";
    private static final String REFUSED = "refused ";

    private SigningAnswer() {}

    static String signed(String signature) {
        return SIGNED + signature;
    }

    static String refused(String reason) {
        return REFUSED + reason;
    }

    /** The signature; empty if there is none. */
    static Optional<String> signatureOf(String line) {
        return line.startsWith(SIGNED) ? Optional.of(line.substring(SIGNED.length())) : Optional.empty();
    }

    /** Why there is no signature. */
    static String reasonOf(String line) {
        return line.startsWith(REFUSED) ? line.substring(REFUSED.length()) : "the signer answered something else";
    }
}
