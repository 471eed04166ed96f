package io.skyholm.storage.upload;

/** How an upload stands. */
public enum UploadStatus {
    OPEN,
    /** All bytes have come. */
    COMPLETED,
    /** The next piece did not come in time. */
    EXPIRED,
    /** Somebody gave it up, or deleted what it was for. */
    TERMINATED
}
