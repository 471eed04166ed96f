package io.skyholm.identity.accessgrant;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.AccessGrantEvents;
import io.skyholm.events.identity.AccessGrantFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Finds access grants, and writes them for all who change them. */
@Startup
@Singleton
class AccessGrantStore {

    /** One whose time is over is still open in its row until the reconciler has come to it. */
    static final String STANDING = """
            case when status = 'REQUESTED' and answer_until <= calendar_now()
                or status = 'ACTIVE' and expires_at <= calendar_now() then 'EXPIRED' else status end""";

    private static final String OPEN = "(status = 'REQUESTED' and answer_until > calendar_now()"
            + " or status = 'ACTIVE' and expires_at > calendar_now())";

    private static final String OPEN_OF_OPERATOR =
            "select 1 from access_grant where tenant_id = $1 and operator_id = $2 and " + OPEN;

    /** So many administrators can answer in a day; more would be a flood of mail. */
    private static final String TOO_MANY = """
            select 1 from access_grant where tenant_id = $1
            having count(*) filter (where %s) >= 20
                or count(*) filter (where operator_id = $2 and created_at > calendar_now() - interval '1 day') >= 10""".formatted(OPEN);

    private final Aggregate<AccessGrant, AccessGrantView, AccessGrantFact> grants;

    AccessGrantStore(Aggregates aggregates) {
        Select<AccessGrantView> select = Select.of(AccessGrantView.class, "access_grant")
                .with("status", STANDING)
                .with("permissions", "to_json(permissions)::text");
        this.grants = aggregates.of("access grant", AccessGrant.class, select, AccessGrantEvents.TYPES);
    }

    Aggregate<AccessGrant, AccessGrantView, AccessGrantFact> grants() {
        return grants;
    }

    /** Refuses one more request of that operator to that tenant beyond the bounds. Of two at once the second waits. */
    Uni<Void> checkBounds(Work work, UUID tenantId, UUID operatorId) {
        work.lockName("access grants of " + tenantId);
        return work.none(AccessGrantProblems::alreadyOpen, OPEN_OF_OPERATOR, tenantId, operatorId)
                .chain(() -> work.none(AccessGrantProblems::tooMany, TOO_MANY, tenantId, operatorId));
    }
}
