package io.skyholm.events.storage;

/** How far a version of an image has come. */
public enum ImageVersionStatus {
    /** It has no bytes, or not all of them. */
    PENDING,
    /** All bytes are there, and are being compared with what was said of them. */
    VERIFYING,
    /** It can be used. */
    AVAILABLE,
    /** Its bytes were not what was said of them, and are gone; others can be uploaded. */
    FAILED,
    DELETED;

    /** Whether bytes can be uploaded. */
    public boolean takesBytes() {
        return this == PENDING || this == FAILED;
    }

    /** Whether it may become that next. */
    public boolean canBecome(ImageVersionStatus next) {
        return switch (this) {
            case PENDING -> next == VERIFYING || next == FAILED || next == DELETED;
            case VERIFYING -> next == AVAILABLE || next == FAILED || next == DELETED;
            case FAILED -> next == PENDING || next == DELETED;
            case AVAILABLE -> next == DELETED;
            case DELETED -> false;
        };
    }
}
