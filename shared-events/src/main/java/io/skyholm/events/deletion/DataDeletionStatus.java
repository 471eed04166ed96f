package io.skyholm.events.deletion;

/** How far a service is with what it holds of a tenant or a user. */
public enum DataDeletionStatus {
    /** It still holds something that has to go. */
    DELETING,
    /** It holds nothing more but what has to be kept. */
    DELETED
}
