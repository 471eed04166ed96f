package io.skyholm.identity.deletion;

import io.skyholm.events.identity.TenantStatus;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows how far deletions are, and ends those that are through. */
@ApplicationScoped
class TenantDeletions {

    private static final String DELETED =
            "select id, status, deleted_at from tenant where id = $1 and status in ('DELETING', 'DELETED')";

    private final TenantRead read;
    private final TenantTransaction transactions;
    private final Tenants tenants;
    private final ServiceDeletions services;

    TenantDeletions(TenantRead read, TenantTransaction transactions, Tenants tenants, ServiceDeletions services) {
        this.read = read;
        this.transactions = transactions;
        this.tenants = tenants;
        this.services = services;
    }

    Uni<TenantDeletionView> get(Call call, UUID tenant) {
        TenantScope scope = call.caller().scope();
        return read.one(scope, Statement.of(DELETED, tenant), RowType.of(Deleted.class))
                .map(found -> found.orElseThrow(() -> Problem.notFound("deletion of that tenant")))
                .chain(deleted -> services.of(scope, tenant)
                        .map(told ->
                                new TenantDeletionView(deleted.id(), deleted.status(), deleted.deletedAt(), told)));
    }

    /** Whether it is over. What is read before the transaction stays true: a service that is done stays so. */
    Uni<Boolean> endIfEmpty(UUID tenant, Cause cause) {
        return services.of(TenantScope.PLATFORM, tenant)
                .chain(told -> told.stream().allMatch(ServiceDeletionView::isComplete)
                        ? transactions
                                .change(cause, work -> tenants.endDeletion(work, tenant))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    /** A tenant that is deleted or is being deleted. */
    private record Deleted(
            UUID id, TenantStatus status, @Nullable Instant deletedAt) {}
}
