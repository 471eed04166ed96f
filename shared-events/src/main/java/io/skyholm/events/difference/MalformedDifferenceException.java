package io.skyholm.events.difference;

import java.io.IOException;

/** What should be a difference is none, or one of something else. */
public final class MalformedDifferenceException extends IOException {

    private static final long serialVersionUID = 1;

    /** One that was found so. */
    public MalformedDifferenceException(String message) {
        super(message);
    }

    MalformedDifferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
