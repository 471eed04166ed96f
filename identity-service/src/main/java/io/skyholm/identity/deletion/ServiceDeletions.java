package io.skyholm.identity.deletion;

import io.skyholm.events.EventJson;
import io.skyholm.events.deletion.DataDeletionEvents;
import io.skyholm.events.deletion.DataDeletionFact;
import io.skyholm.events.deletion.DataDeletionStatus;
import io.skyholm.events.deletion.HeldData;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the services have told of deletions of tenants; identity's own part is read where it is kept. */
@Singleton
class ServiceDeletions {

    private static final String NOTE = """
            insert into service_deletion as known (
                tenant_id, service, generation, status, holdings, started_at, updated_at, completed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (tenant_id, service) do update set generation = excluded.generation, status = excluded.status,
                holdings = excluded.holdings, updated_at = excluded.updated_at, completed_at = excluded.completed_at
            where known.generation < excluded.generation""";

    private static final String TOLD = """
            select service, status, holdings, started_at, updated_at, completed_at
            from service_deletion where tenant_id = $1
            union all
            select 'identity', status, holdings, started_at, updated_at, completed_at
            from data_deletion where id = $1""";

    private final TenantRead read;
    private final List<String> services;

    ServiceDeletions(
            TenantRead read, @ConfigProperty(name = "skyholm.deletion.services") Optional<List<String>> services) {
        this.read = read;
        this.services = services.orElse(DataDeletionEvents.SERVICES);
    }

    void note(Work work, DataDeletionFact fact) {
        work.send(
                NOTE,
                fact.id(),
                fact.service(),
                fact.generation(),
                fact.status().name(),
                EventJson.write(fact.holdings()),
                ColumnReaders.parameter(fact.startedAt()),
                ColumnReaders.parameter(fact.updatedAt()),
                ColumnReaders.parameter(fact.completedAt()));
    }

    /** How far each service is; one that has not said anything waits to hear of it. */
    Uni<List<ServiceDeletionView>> of(TenantScope scope, UUID tenant) {
        return read.list(scope, Statement.of(TOLD, tenant), RowType.of(Told.class))
                .map(told -> services.stream()
                        .map(service -> told.stream()
                                .filter(one -> one.service().equals(service))
                                .findFirst()
                                .map(Told::view)
                                .orElseGet(() -> ServiceDeletionView.waiting(service)))
                        .toList());
    }

    /** What a service has told, as it is kept. */
    record Told(
            String service,
            DataDeletionStatus status,
            String holdings,
            Instant startedAt,
            Instant updatedAt,
            @Nullable Instant completedAt) {

        ServiceDeletionView view() {
            List<HeldData> held = List.of(EventJson.read(holdings, HeldData[].class));
            return new ServiceDeletionView(service, status, held, startedAt, updatedAt, completedAt);
        }
    }
}
