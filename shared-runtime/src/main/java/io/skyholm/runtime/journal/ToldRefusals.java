package io.skyholm.runtime.journal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * How many refused calls of a user, and of a tenant, are told one by one in a minute: bad requests cost nothing, and audit is slower
 * than whoever sends them. Of those beyond, only the number is told.
 */
public final class ToldRefusals {

    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int OF_USER = 60;
    private static final int OF_TENANT = 300;

    private final LongSupplier nanoTime;
    private final Map<UUID, Integer> ofUser = new HashMap<>();
    private final Map<UUID, Integer> ofTenant = new HashMap<>();
    private long since;

    public ToldRefusals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /** Whether one more of theirs is told by itself. */
    public synchronized boolean admits(UUID user, UUID tenant) {
        long now = nanoTime.getAsLong();
        if (now - since >= WINDOW_NANOS) {
            ofUser.clear();
            ofTenant.clear();
            since = now;
        }
        boolean admitted = ofUser.getOrDefault(user, 0) < OF_USER && ofTenant.getOrDefault(tenant, 0) < OF_TENANT;
        if (admitted) {
            ofUser.merge(user, 1, Integer::sum);
            ofTenant.merge(tenant, 1, Integer::sum);
        }
        return admitted;
    }
}
