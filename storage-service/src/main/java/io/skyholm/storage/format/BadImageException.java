package io.skyholm.storage.format;

/** The bytes are no image that anything should be made from; the message says why, to whoever uploaded them. */
public final class BadImageException extends Exception {

    private static final long serialVersionUID = 1;

    BadImageException(String reason) {
        super(reason);
    }
}
