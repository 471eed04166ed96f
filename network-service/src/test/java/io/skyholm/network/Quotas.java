package io.skyholm.network;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits of public addresses, and tenants' own VLANs, as identity would tell them. */
public final class Quotas {

    private static final Sql SQL = Sql.asSuperuser("network");

    private Quotas() {}

    /** Returns when the service knows what that tenant may hold. */
    public static void ofTenant(UUID tenant, long publicAddresses) {
        tell(tenant, 1, null, quota(publicAddresses));
        known(tenant);
    }

    /** Returns when the service knows that this VLAN is the tenant's own; null for none any more. */
    public static void vlan(UUID tenant, long generation, @Nullable Integer vlan) {
        tell(tenant, generation, vlan, null);
        Eventually.holds(
                "the VLAN is known",
                () -> SQL.number(
                                "select count(*) from known_tenant_vlan where tenant_id = ? and generation >= ?",
                                tenant,
                                generation)
                        == 1);
    }

    private static void tell(UUID tenant, long generation, @Nullable Integer vlan, @Nullable QuotaConfig quota) {
        Broker.tell(
                TenantEvents.CHANGED,
                new TenantFact(
                        tenant,
                        generation,
                        "Tenant " + tenant,
                        null,
                        TenantStatus.ACTIVE,
                        null,
                        vlan,
                        quota,
                        Instant.now(),
                        Instant.now(),
                        null,
                        null,
                        null));
    }

    /** Returns when the service knows of a group, within another or at the top, and what its members may hold. */
    public static UUID ofGroup(UUID tenant, @Nullable UUID parent, long publicAddresses) {
        UUID id = UserGroups.known(tenant, parent, quota(publicAddresses));
        known(id);
        return id;
    }

    /** How many public addresses count for that tenant, group or user. */
    public static long held(UUID holder) {
        return SQL.number("select coalesce(sum(held), 0) from quota_holder where id = ?", holder);
    }

    private static void known(UUID holder) {
        Eventually.holds(
                "the limit is known",
                () -> SQL.number("select count(*) from quota_holder where id = ? and most is not null", holder) == 1);
    }

    private static QuotaConfig quota(long publicAddresses) {
        return new QuotaConfig(null, null, null, null, null, publicAddresses, null, null);
    }
}
