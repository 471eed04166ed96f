package io.skyholm.gateway.upstream;

/** A body comes more slowly than its class of route allows, or others need its place. */
final class BodyTooSlow extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyTooSlow() {
        super("the body comes too slowly", null, false, false);
    }
}
