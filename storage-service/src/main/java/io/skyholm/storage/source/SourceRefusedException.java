package io.skyholm.storage.source;

/** A source from which nothing is taken, however often it is asked; the message is for people. */
public final class SourceRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SourceRefusedException(String reason) {
        super(reason);
    }
}
