package io.skyholm.storage.upload;

import java.util.stream.Stream;

/** How an upload stands. */
public enum UploadStatus {
    OPEN,
    /** All bytes have come. */
    COMPLETED,
    /** The next part did not come in time. */
    EXPIRED,
    /** Somebody gave it up, or deleted what it was for. */
    TERMINATED;

    /** Whether it may become that next. */
    boolean canBecome(UploadStatus next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case COMPLETED, EXPIRED, TERMINATED -> false;
        };
    }

    /** The names of those that may become this. */
    String[] origins() {
        return Stream.of(values())
                .filter(status -> status.canBecome(this))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
