package io.skyholm.streams;

import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Finds what has changed by the events that were written with the changes. A change is told once every transaction up to its own
 * has ended: one that committed later under a smaller number would be missed.
 */
@Singleton
class ChangeStore {

    static final int MOST = 500;

    private static final String ENDED = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1";
    private static final String LAST = "select " + ENDED + " as position, false as is_lost";

    /** A position before all that is kept may have lost what followed; one that no transaction has reached is another database's. */
    private static final String FROM = """
            select %1$s as position, $2 > %1$s or not exists (
                select from outbox_event where aggregate_type = $1 and transaction <= $2) as is_lost""".formatted(ENDED);

    /** All of one transaction or none of it: a client goes on behind its number. */
    private static final String CHANGED = """
            select aggregate_id::uuid as id, (array_agg(tenant_id))[1] as tenant_id, max(transaction) as position,
                count(*) as changes
            from (
                select aggregate_id, tenant_id, transaction from outbox_event
                where aggregate_type = $1 and transaction > $2 and transaction <= $3
                    and ($4 or tenant_id is null or tenant_id = $5)
                order by transaction fetch first %d rows with ties) change
            group by aggregate_id order by position, id""".formatted(MOST);

    /** How far everything has been told, and whether something before it is lost. */
    record Horizon(long position, boolean isLost) {}

    private final TenantRead read;

    ChangeStore(TenantRead read) {
        this.read = read;
    }

    /** What has ended by now. */
    Uni<Horizon> last() {
        return horizon(Statement.of(LAST));
    }

    /** What has ended by now, for whoever has heard everything up to that position. */
    Uni<Horizon> from(String topic, long position) {
        return horizon(Statement.of(FROM, topic, position));
    }

    /** In that scope, so that the many changes of one tenant delay nobody else's; what the caller may see of it, the list decides. */
    Uni<List<ChangedRow>> changed(TenantScope scope, String topic, long behind, long until) {
        return read.list(
                TenantScope.PLATFORM,
                Statement.of(CHANGED, topic, behind, until, scope.platform(), scope.tenantId()),
                RowType.of(ChangedRow.class));
    }

    private Uni<Horizon> horizon(Statement statement) {
        return read.one(TenantScope.PLATFORM, statement, RowType.of(Horizon.class))
                .map(found -> found.orElseThrow());
    }
}
