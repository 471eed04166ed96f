package io.skyholm.storage.expiry;

/** What is due by the time at which something expires. */
public enum ExpiryMove {
    /** Nothing yet. */
    REST,
    /** Its owner is told that it expires soon. */
    TELL,
    /** It is deleted, as its owner would. */
    END
}
