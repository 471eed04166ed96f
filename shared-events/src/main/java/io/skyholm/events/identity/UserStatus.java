package io.skyholm.events.identity;

/** Whether a user may come in: only when ACTIVE; every other status also ends what is open. */
public enum UserStatus {
    ACTIVE,
    INACTIVE,
    LOCKED,
    DELETED
}
