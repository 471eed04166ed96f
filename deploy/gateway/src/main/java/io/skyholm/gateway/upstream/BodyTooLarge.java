package io.skyholm.gateway.upstream;

/** A body is larger than its class of route allows. */
final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long limitBytes;

    BodyTooLarge(long limitBytes) {
        super("the body is larger than " + limitBytes + " bytes", null, false, false);
        this.limitBytes = limitBytes;
    }

    long limitBytes() {
        return limitBytes;
    }
}
