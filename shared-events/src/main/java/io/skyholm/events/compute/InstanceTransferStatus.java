package io.skyholm.events.compute;

/** What became of an offer of an instance to another tenant. */
public enum InstanceTransferStatus {
    PENDING,
    /** It was accepted, and goes once all that have something of it have prepared; or it is PENDING again. */
    PREPARING,
    /** It is the other tenant's. */
    ACCEPTED,
    DECLINED,
    /** It was taken back. */
    CANCELLED,
    /** Nobody answered in time. */
    EXPIRED
}
