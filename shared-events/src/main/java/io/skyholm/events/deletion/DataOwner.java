package io.skyholm.events.deletion;

/** Whose data is deleted. */
public enum DataOwner {
    TENANT,
    USER
}
