package io.skyholm.audit.entry;

import io.skyholm.audit.chain.AuditStatus;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an event's type says: {@code identity.tenant.created.v1} is CREATED of a TENANT. */
record EventName(String resourceType, String action) {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int PARTS = 4;
    private static final String FAILED = "FAILED";

    static EventName parse(String type) {
        String[] parts = DOT.split(type, -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("Not an event type like identity.tenant.created.v1: " + type);
        }
        return new EventName(upper(parts[1]), upper(parts[2]));
    }

    /** What failed is told as such: {@code identity.login.failed.v1}. */
    AuditStatus status() {
        return action.equals(FAILED) || action.endsWith("_" + FAILED) ? AuditStatus.FAILURE : AuditStatus.SUCCESS;
    }

    private static String upper(String part) {
        return part.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
