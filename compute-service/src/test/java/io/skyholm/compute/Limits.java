package io.skyholm.compute;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.events.identity.UserFact;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What identity tells of a tenant: how it stands, and what it may hold. */
public final class Limits {

    private Limits() {}

    /** Returns when the service knows what that tenant may hold. */
    public static void ofTenant(UUID tenant, QuotaConfig quota) {
        tell(tenant, 2, TenantStatus.ACTIVE, quota);
        Eventually.rows(1, "select count(*) from quota_usage where scope_id = ? and is_limited", tenant);
    }

    /** Returns when the service knows what that user of the tenant may hold. */
    public static void ofUser(UUID tenant, UUID user, QuotaConfig quota) {
        Instant now = Instant.now();
        String name = "user-" + user;
        Broker.tell(
                UserEvents.CHANGED,
                new UserFact(
                        user,
                        2,
                        tenant,
                        name,
                        name + "@example.com",
                        null,
                        null,
                        null,
                        Set.of(BuiltInRole.USER.name()),
                        null,
                        UserStatus.ACTIVE,
                        true,
                        quota,
                        null,
                        Map.of(),
                        null,
                        now,
                        now,
                        null,
                        null,
                        null));
        Eventually.rows(1, "select count(*) from quota_usage where scope_id = ? and is_limited", user);
    }

    /** Returns when the service knows how that tenant stands. */
    public static void standing(UUID tenant, long generation, TenantStatus status) {
        tell(tenant, generation, status, null);
        Eventually.rows(1, "select count(*) from known_tenant where id = ? and status = ?", tenant, status.name());
    }

    private static void tell(UUID tenant, long generation, TenantStatus status, @Nullable QuotaConfig quota) {
        Instant now = Instant.now();
        Broker.tell(
                TenantEvents.CHANGED,
                new TenantFact(
                        tenant, generation, Fresh.name(), null, status, null, null, quota, now, now, null, null, null));
    }
}
