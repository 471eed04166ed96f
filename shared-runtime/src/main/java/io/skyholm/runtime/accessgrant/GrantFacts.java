package io.skyholm.runtime.accessgrant;

import io.skyholm.events.Fact;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.AccessGrantFact;
import io.skyholm.runtime.access.KnownFactFollower;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Learns from identity's facts which access grants there are; an older fact never replaces a newer. */
@Singleton
class GrantFacts implements KnownFactFollower {

    private static final String GRANT = """
            insert into known_access_grant as known (id, generation, tenant_id, operator_id, status, permissions, reason,
                expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (id) do update set generation = excluded.generation, status = excluded.status,
                permissions = excluded.permissions, expires_at = excluded.expires_at
            where known.generation < excluded.generation""";

    @Override
    public void noted(Work work, Fact fact) {
        if (fact instanceof AccessGrantFact grant) {
            work.send(
                    GRANT,
                    grant.id(),
                    grant.generation(),
                    grant.tenantId(),
                    grant.operatorId(),
                    grant.status().name(),
                    grant.permissions().stream().map(Permission::name).toArray(String[]::new),
                    grant.reason(),
                    ColumnReaders.parameter(grant.expiresAt() == null ? grant.answerUntil() : grant.expiresAt()));
        }
    }
}
