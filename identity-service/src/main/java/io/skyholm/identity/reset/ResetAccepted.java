package io.skyholm.identity.reset;

/** The same answer for everybody, so that nobody learns whose addresses we know. */
public record ResetAccepted(String message) {

    static final ResetAccepted IF_KNOWN = new ResetAccepted("If the address is one of ours, mail is on its way to it");
}
