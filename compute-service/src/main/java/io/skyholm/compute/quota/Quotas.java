package io.skyholm.compute.quota;

import io.skyholm.compute.size.Size;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes and gives back what limits speak of, in the transaction of what is limited. */
@Singleton
public class Quotas {

    private static final String FIRST = """
            select scopes, claim_quota($1, scopes, $3, $4, $5, $6, $7) as refused_by
            from (select quota_scopes($1, $2) as scopes offset 0) asked""";
    private static final String TRY_FIRST = """
            select scopes, try_claim_quota($1, scopes, $3, $4, $5, $6, $7) as refused_by
            from (select quota_scopes($1, $2) as scopes offset 0) asked""";
    private static final String MORE = "select claim_quota($1, $2::text[]::uuid[], $3, $4, $5, $6, $7)";

    private static final String TRY_MORE = "select try_claim_quota($1, $2::text[]::uuid[], $3, $4, $5, $6, $7)";
    private static final String ADJUST = "select adjust_quota($1::text[]::uuid[], $2, $3, $4, $5)";

    private record Claimed(List<UUID> scopes, @Nullable UUID refusedBy) {}

    /** Claims one instance of that size for a user; it counts in the limits of all scopes above. */
    public Uni<Charge> claim(Work work, UUID tenant, UUID user, Size size) {
        return claim(work, FIRST, tenant, user, size);
    }

    /** The same for a transaction that goes on when it is refused: no scope has claimed anything then. */
    public Uni<Charge> claimOrNothing(Work work, UUID tenant, UUID user, Size size) {
        return claim(work, TRY_FIRST, tenant, user, size);
    }

    private static Uni<Charge> claim(Work work, String how, UUID tenant, UUID user, Size size) {
        return work.one(Claimed.class, how, parameters(tenant, user, 1, size)).map(claimed -> {
            checkGranted(tenant, user, claimed.refusedBy());
            return new Charge(claimed.scopes().stream().map(UUID::toString).toList(), 1, size);
        });
    }

    /** Has what was charged be another size: claims more, or gives back. */
    public Uni<Charge> resize(Work work, UUID tenant, Charge charged, Size size) {
        return change(work, tenant, charged, 0, size.minus(charged.size())).replaceWith(charged.of(size));
    }

    /** The same, or empty where a limit is in the way. */
    public Uni<Optional<Charge>> tryResize(Work work, UUID tenant, Charge charged, Size size) {
        String[] scopes = charged.scopes().toArray(String[]::new);
        return work.value(UUID.class, TRY_MORE, parameters(tenant, scopes, 0, size.minus(charged.size())))
                .map(refusedBy -> refusedBy.isPresent() ? Optional.empty() : Optional.of(charged.of(size)));
    }

    /** Has what runs already be charged as that size, which no limit refuses. */
    public Uni<Charge> adjust(Work work, Charge charged, Size size) {
        String[] scopes = charged.scopes().toArray(String[]::new);
        Size more = size.minus(charged.size());
        return work.query(ADJUST, scopes, more.cpuCores(), more.memoryGb(), more.storageGb(), more.gpuCount())
                .replaceWith(charged.of(size));
    }

    /** Gives back all that was charged. */
    public Uni<Charge> release(Work work, UUID tenant, Charge charged) {
        return change(
                        work,
                        tenant,
                        charged,
                        -charged.instances(),
                        charged.size().negated())
                .replaceWith(Charge.NONE);
    }

    private static Uni<Void> change(Work work, UUID tenant, Charge charged, int instances, Size size) {
        String[] scopes = charged.scopes().toArray(String[]::new);
        return work.value(UUID.class, MORE, parameters(tenant, scopes, instances, size))
                .invoke(refusedBy -> checkGranted(tenant, null, refusedBy.orElse(null)))
                .replaceWithVoid();
    }

    private static Object[] parameters(UUID tenant, Object whose, int instances, Size size) {
        return List.of(tenant, whose, instances, size.cpuCores(), size.memoryGb(), size.storageGb(), size.gpuCount())
                .toArray();
    }

    private static void checkGranted(UUID tenant, @Nullable UUID user, @Nullable UUID refusedBy) {
        if (refusedBy != null) {
            throw QuotaProblems.exceeded(tenant, user, refusedBy);
        }
    }
}
