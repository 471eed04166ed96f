package io.skyholm.runtime.quota;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Lets a tenant make one more row if its quota has room. Where it has room for few, whoever makes another of the same kind waits
 * until this transaction ends, so that two at once cannot both be the last. It is kept, with every policy,
 * also where nothing is counted, so that every service's policies can be compared with its tables.
 */
@Unremovable
@ApplicationScoped
public class RowQuotas {

    private static final String SETTING = "skyholm.quotas.";

    /** More than can be made at the same moment: four replicas of a service have 16 connections each, and who holds the lock may claim 200. */
    private static final long AT_ONCE = 64 + 200;

    private final TenantLimits limits;
    private final Config config;
    private final List<String> promised;
    /** Filled while the service starts: by policies, and by the aggregates that are counted. */
    private final Map<CountedKind, RowQuota> quotas = new ConcurrentHashMap<>();

    RowQuotas(TenantLimits limits, Config config, @All List<QuotaPolicy> policies) {
        this.limits = limits;
        this.config = config;
        this.promised =
                policies.stream().flatMap(policy -> policy.promised().stream()).toList();
        policies.forEach(policy -> policy.limited().forEach(this::add));
    }

    /** Has rows of a table count; two tables cannot count as the same kind. */
    public void add(RowQuota quota) {
        RowQuota other = quotas.putIfAbsent(quota.kind(), quota);
        if (other != null && !other.equals(quota)) {
            throw new IllegalStateException("%s and %s count as the same".formatted(other, quota));
        }
    }

    /** What counts. */
    public Collection<RowQuota> counted() {
        return List.copyOf(quotas.values());
    }

    /**
     * Refuses one more row beyond the tenant's own quota, or else the operator's setting, or else what is usual. The platform's own
     * rows, which are no tenant's, count nowhere.
     */
    public Uni<Void> claim(Work work, @Nullable UUID tenant, CountedKind kind) {
        return tenant == null ? Uni.createFrom().voidItem() : claimOf(work, tenant, kind);
    }

    /** As {@link #claim(Work, UUID, CountedKind)}, where the new row counts so much. */
    public Uni<Void> claim(Work work, @Nullable UUID tenant, CountedKind kind, long amount) {
        if (tenant == null) {
            return Uni.createFrom().voidItem();
        }
        work.lockName(kind.label() + " of " + tenant);
        return checked(work, tenant, quotaOf(kind), amount).replaceWithVoid();
    }

    private Uni<Void> claimOf(Work work, UUID tenant, CountedKind kind) {
        RowQuota quota = quotaOf(kind);
        return checked(work, tenant, quota, 1)
                .chain(count -> {
                    if (count.held() + AT_ONCE < count.most()) {
                        return Uni.createFrom().item(count);
                    }
                    work.lockName(kind.label() + " of " + tenant);
                    return checked(work, tenant, quota, 1);
                })
                .replaceWithVoid();
    }

    private RowQuota quotaOf(CountedKind kind) {
        return Objects.requireNonNull(quotas.get(kind), () -> "Nothing counts " + kind);
    }

    private Uni<Count> checked(Work work, UUID tenant, RowQuota quota, long amount) {
        CountedKind kind = quota.kind();
        return work.unlimited(() ->
                        work.one(Count.class, quota.count(limits.most(), promised), tenant, kind.label(), usual(kind)))
                .invoke(count -> check(kind, count, amount));
    }

    private long usual(CountedKind kind) {
        return config.getOptionalValue(SETTING + kind.label(), Long.class).orElse(kind.usual());
    }

    private static void check(CountedKind kind, Count count, long amount) {
        if (count.held() + amount > count.most()) {
            throw Problem.of(
                    ProblemKind.SHORT_OF,
                    "QUOTA_EXCEEDED",
                    "The quota of your tenant allows %d %s; delete some, or ask for more"
                            .formatted(count.most(), kind.label()));
        }
    }

    private record Count(long most, long held) {}
}
