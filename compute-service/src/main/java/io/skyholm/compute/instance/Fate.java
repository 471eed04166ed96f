package io.skyholm.compute.instance;

/** What becomes of an instance. */
enum Fate {
    /** It stays. */
    KEEP,
    /** It could not be made: all it took is given back, and it stays as an error until it is tried again or deleted. */
    GIVE_BACK,
    /** It goes, and all it took is given back. */
    DELETE
}
