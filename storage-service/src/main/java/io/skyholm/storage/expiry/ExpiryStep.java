package io.skyholm.storage.expiry;

/** What is done with something at a time. */
public enum ExpiryStep {
    /** Writes that its owner is told that it expires soon. */
    TELL,
    /** Deletes it as its owner would. */
    DELETE,
    /** Writes that something keeps it. */
    BLOCK
}
