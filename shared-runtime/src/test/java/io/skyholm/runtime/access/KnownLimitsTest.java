package io.skyholm.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.quota.TenantLimits;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Sql;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tenants' quotas as services know them that do not own them. */
@QuarkusTest
class KnownLimitsTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");

    @Inject
    TenantLimits limits;

    @Inject
    TenantTransaction transactions;

    private final UUID tenant = UUID.randomUUID();

    @Test
    void countOfTheQuotaIsTheLimitOfItsKindOnly() {
        EVERYTHING.change("insert into known_tenant values (?, 1, 'ACTIVE', ?)", tenant, """
                {"instances": 7, "counts": {"users": 3}}""");
        assertThat(limit(CountedKind.USERS)).contains(3L);
        assertThat(limit(CountedKind.ROLES)).isEmpty();
    }

    @Test
    void tenantOfWhichNothingIsKnownHasNoLimitOfItsOwn() {
        assertThat(limit(CountedKind.USERS)).isEmpty();
        EVERYTHING.change("insert into known_tenant values (?, 1, 'ACTIVE')", tenant);
        assertThat(limit(CountedKind.USERS)).isEmpty();
    }

    private Optional<Long> limit(CountedKind kind) {
        return Chains.outcomeOf(() -> transactions.change(
                Cause.platform(), work -> work.value(Long.class, limits.most(), tenant, kind.label())));
    }
}
