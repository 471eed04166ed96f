package io.skyholm.audit.signer;

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

    /** The signature; fails with the signer's reason if there is none. */
    static String signatureOf(String line) {
        if (!line.startsWith(SIGNED)) {
            throw new IllegalStateException("the signer " + line);
        }
        return line.substring(SIGNED.length());
    }
}
