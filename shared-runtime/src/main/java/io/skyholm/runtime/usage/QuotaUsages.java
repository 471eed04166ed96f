package io.skyholm.runtime.usage;

import io.quarkus.arc.All;
import io.skyholm.events.EventJson;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.quota.RowQuota;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What this service holds for those whose limits are shown; row level security lets nobody see another tenant's. */
@ApplicationScoped
public class QuotaUsages {

    private static final int MOST = 100;
    private static final String TENANT = "$1::uuid";
    private static final String HOLDERS = "$2::uuid[]";

    private final String service;
    private final TenantRead read;
    private final RowQuotas quotas;
    private final List<HeldQuota> held;

    QuotaUsages(
            @ConfigProperty(name = "quarkus.application.name") String service,
            TenantRead read,
            RowQuotas quotas,
            @All List<HeldQuota> held) {
        this.service = service;
        this.read = read;
        this.quotas = quotas;
        this.held = held;
    }

    Uni<List<QuotaUsage>> of(Call call, String of, @Nullable UUID asked, List<UUID> holders) {
        if (!of.equals(service)) {
            throw Problem.notFound("service");
        }
        if (holders.size() > MOST) {
            throw Problem.invalid("holderId", "must not be given more than " + MOST + " times");
        }
        UUID tenant = asked == null ? call.caller().tenantId() : asked;
        return of(call.caller().scope(), tenant, holders.isEmpty() ? List.of(tenant) : holders);
    }

    /** What is held here for each of them, as far as the scope sees it. */
    public Uni<List<QuotaUsage>> of(TenantScope scope, UUID tenant, List<UUID> holders) {
        UUID[] each = holders.stream().distinct().toArray(UUID[]::new);
        return read.list(scope, Statement.of(select(), tenant, each), QuotaUsages::usage);
    }

    private static QuotaUsage usage(Row row) {
        return new QuotaUsage(row.getUUID("holder_id"), EventJson.read(row.getString("used"), UsedQuota.class));
    }

    /** The tenant is named even where nothing is counted: PostgreSQL refuses a parameter whose type nothing tells. */
    private String select() {
        return """
                select holder as holder_id, (%s)::text as used
                from unnest(%s) with ordinality asked (holder, place) %s
                where %s is not null order by place""".formatted(used(), HOLDERS, parts(), TENANT);
    }

    private String used() {
        return Stream.concat(part().mapToObj("part%d.used"::formatted), Stream.of(counts()))
                .collect(Collectors.joining(" || "));
    }

    private String parts() {
        return part().mapToObj(one -> "join (%s) part%d using (holder)"
                        .formatted(held.get(one).held(TENANT, HOLDERS), one))
                .collect(Collectors.joining(" "));
    }

    private IntStream part() {
        return IntStream.range(0, held.size());
    }

    /** Rows count in the limits of their tenant alone. */
    private String counts() {
        String kinds = quotas.counted().stream()
                .sorted(Comparator.comparing(RowQuota::kind))
                .map(RowQuota::labelled)
                .collect(Collectors.joining(", "));
        return kinds.isEmpty()
                ? "'{}'::jsonb"
                : "case when holder = $1 then jsonb_build_object('counts', jsonb_build_object(%s)) else '{}' end"
                        .formatted(kinds);
    }
}
