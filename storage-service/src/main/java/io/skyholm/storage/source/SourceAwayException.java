package io.skyholm.storage.source;

/** A source that does not answer as it should for the moment; the message is for people. */
public final class SourceAwayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** For that reason. */
    public SourceAwayException(String reason) {
        super(reason);
    }
}
