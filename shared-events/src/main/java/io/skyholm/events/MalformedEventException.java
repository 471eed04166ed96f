package io.skyholm.events;

/** A record that is no event by the rules of the catalogue; reading it again will not help. */
public final class MalformedEventException extends RuntimeException {

    public MalformedEventException(String message) {
        super(message);
    }

    public MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
