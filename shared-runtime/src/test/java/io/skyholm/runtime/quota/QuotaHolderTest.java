package io.skyholm.runtime.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.GroupFact;
import io.skyholm.events.identity.GroupMemberFact;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose limits a fact tells of. */
class QuotaHolderTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID PARENT = UUID.randomUUID();
    private static final QuotaConfig THREE = new QuotaConfig(3L, null, null, null, null, null, null, null);

    @Test
    void tenantIsLimitedByItsOwnFact() {
        assertThat(QuotaHolder.of(tenant(THREE)))
                .contains(new QuotaHolder(TENANT, 4, QuotaHolder.Level.TENANT, TENANT, THREE));
    }

    @Test
    void tenantWithoutLimitsMayHoldAnything() {
        assertThat(QuotaHolder.of(tenant(null)).orElseThrow().limits()).isEqualTo(QuotaConfig.UNLIMITED);
    }

    @Test
    void groupIsLimitedByItsOwnFact() {
        GroupFact group = group(null);
        assertThat(QuotaHolder.of(group))
                .contains(new QuotaHolder(group.id(), 2, QuotaHolder.Level.GROUP, TENANT, THREE));
    }

    @Test
    void deletedGroupLimitsNobodyWhoStillHoldsSomethingThroughIt() {
        assertThat(QuotaHolder.of(group(NOW)).orElseThrow().limits()).isEqualTo(QuotaConfig.UNLIMITED);
    }

    @Test
    void membershipIsNoLimit() {
        assertThat(QuotaHolder.of(new GroupMemberFact(
                        UUID.randomUUID(), 1, TENANT, UUID.randomUUID(), UUID.randomUUID(), NOW, null, null)))
                .isEmpty();
    }

    private static TenantFact tenant(@Nullable QuotaConfig limits) {
        return new TenantFact(
                TENANT, 4, "Acme", null, TenantStatus.ACTIVE, null, null, limits, NOW, NOW, null, null, null);
    }

    private static GroupFact group(@Nullable Instant deletedAt) {
        return new GroupFact(
                UUID.randomUUID(), 2, TENANT, "Staff", null, PARENT, THREE, NOW, NOW, null, null, deletedAt);
    }
}
