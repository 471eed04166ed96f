package io.skyholm.storage.dependent;

/** What becomes of a dependent when that is deleted on which it depends. */
public enum DeletionEffect {
    /** It keeps that from being deleted. */
    KEEPS,
    /** It is deleted with it. */
    GOES_ALONG,
    /** It does without. */
    STAYS
}
