package io.skyholm.compute.wallet;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether tenants' wallets carry what is to run, by what billing last said of them. */
@Singleton
public class Wallets {

    /** Who starts something else of the tenant meanwhile waits: what they start counts. */
    private static final String LOCK = "select 1 from known_wallet where tenant_id = $1 for no key update";

    private static final String RATE =
            "select coalesce((select hourly_rate from known_plan where id = $1), 0) as hourly";

    private final String known;

    Wallets(StartingCost starting) {
        this.known = """
            select currency, available, (%s) as starting, stage, reasons, missing from known_wallet where tenant_id = $1""".formatted(starting.startingCost("$1"));
    }

    /** Refuses what the tenant's wallet does not carry; what has no plan costs nothing. */
    public Uni<Void> require(Work work, UUID tenant, @Nullable UUID plan) {
        return refusal(work, tenant, plan)
                .invoke(refusal -> refusal.ifPresent(problem -> {
                    throw problem;
                }))
                .replaceWithVoid();
    }

    /** Why the tenant's wallet does not carry it; empty if it does, or is not known yet. */
    public Uni<Optional<Problem>> refusal(Work work, UUID tenant, @Nullable UUID plan) {
        work.send(LOCK, tenant);
        return work.unlimited(
                () -> work.one(Rate.class, RATE, plan).chain(rate -> work.find(KnownWallet.class, known, tenant)
                        .map(wallet -> wallet.flatMap(found -> found.refusal(rate.hourly())))));
    }

    /** What an hour costs. */
    record Rate(BigDecimal hourly) {}
}
