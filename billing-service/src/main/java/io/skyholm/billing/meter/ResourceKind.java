package io.skyholm.billing.meter;

import java.util.Locale;

/** What is metered. */
public enum ResourceKind {
    INSTANCE,
    DISK,
    SNAPSHOT,
    BACKUP,
    IMAGE_VERSION;

    /** As holds and notes name it. */
    String label() {
        return name().toLowerCase(Locale.ENGLISH);
    }
}
