package io.skyholm.runtime.accessgrant;

import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.AccessGrantStatus;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.CallerCache;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets operators in by the consent of tenants, as identity's facts have told it. What was found is remembered as callers are, so that a
 * withdrawal is felt within the same time; when a grant ends is compared with the clock at each call.
 */
@ApplicationScoped
public class KnownGrants {

    private static final String FIND = """
            select known.id, known.tenant_id, known.operator_id, known.status, known.permissions, known.reason,
                known.expires_at, tenant.status as tenant_status
            from known_access_grant known left join known_tenant tenant on tenant.id = known.tenant_id
            where known.id = $1""";

    private final TenantRead read;
    private final CalendarClock clock;
    private final CallerCache<UUID, Optional<KnownGrant>> grants = new CallerCache<>();

    KnownGrants(TenantRead read, CalendarClock clock) {
        this.read = read;
        this.clock = clock;
    }

    /** Who calls under the grant that the header names; without one it is the caller as they are at home. */
    public Uni<Caller> applied(@Nullable String header, Caller caller) {
        if (header == null) {
            return Uni.createFrom().item(caller);
        }
        UUID id = AccessGrantHeader.read(header);
        return grants.of(id, () -> find(id))
                .map(found -> found.orElseThrow(KnownGrant::notYours).admit(caller, clock.instant()));
    }

    private Uni<Optional<KnownGrant>> find(UUID id) {
        return read.one(TenantScope.PLATFORM, Statement.of(FIND, id), KnownGrants::grant);
    }

    private static KnownGrant grant(Row row) {
        String tenant = row.getString("tenant_status");
        return new KnownGrant(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getUUID("operator_id"),
                AccessGrantStatus.valueOf(row.getString("status")),
                Stream.of(row.getArrayOfStrings("permissions"))
                        .map(Permission::parse)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("reason"),
                ColumnReaders.instant(row, "expires_at"),
                tenant == null ? null : TenantStatus.valueOf(tenant));
    }
}
