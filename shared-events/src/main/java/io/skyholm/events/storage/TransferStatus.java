package io.skyholm.events.storage;

/** What became of an offer of storage to another tenant. */
public enum TransferStatus {
    PENDING,
    ACCEPTED,
    DECLINED,
    /** It was taken back, or too many wrong keys were named. */
    CANCELLED,
    /** Nobody answered in time. */
    EXPIRED
}
