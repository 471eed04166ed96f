package io.skyholm.events.identity;

/** What became of an invitation. */
public enum InvitationStatus {
    PENDING,
    ACCEPTED,
    REVOKED,
    /** Nobody answered in time. */
    EXPIRED
}
