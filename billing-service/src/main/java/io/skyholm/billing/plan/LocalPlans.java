package io.skyholm.billing.plan;

import io.quarkus.runtime.StartupEvent;
import io.skyholm.billing.BillingSettings;
import io.skyholm.events.billing.PlanKind;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The five plans that a developer's own suite begins with, always of the same ids. */
@Singleton
class LocalPlans {

    private static final Logger LOG = Logger.getLogger(LocalPlans.class);
    private static final long IDS = 0x8000000000000000L;
    private static final long VERSION_7 = 0x7000L;

    private static final List<CreatePlan> PLANS = List.of(
            plan("tiny", 1, 1, 25, 1_000, 500, "0.0075", "5.00"),
            plan("small", 1, 2, 50, 2_000, 1_000, "0.0150", "10.00"),
            plan("medium", 2, 4, 80, 4_000, 2_000, "0.0300", "20.00"),
            plan("large", 4, 8, 160, 5_000, 4_000, "0.0600", "40.00"),
            plan("xlarge", 8, 16, 320, 8_000, 5_000, "0.1200", "80.00"));

    private final TenantTransaction transactions;
    private final Plans plans;

    LocalPlans(TenantTransaction transactions, Plans plans) {
        this.transactions = transactions;
        this.plans = plans;
    }

    void start(@Observes StartupEvent started, Vertx vertx, BillingSettings settings) {
        if (settings.local()) {
            vertx.runOnContext(ignored -> plant().subscribe()
                    .with(done -> {}, failure -> LOG.warnf("The local suite has no plans: %s", failure)));
        }
    }

    /** One replica at a time looks what is missing. */
    Uni<Void> plant() {
        return transactions.change(Cause.platform(), work -> {
            work.lockName("billing local plans");
            return Sequentially.of(PLANS, plan -> plans.seed(work, idOf(plan), plan))
                    .replaceWithVoid();
        });
    }

    /** As compute names its own: {@code …a1} to {@code …a5}. */
    private static UUID idOf(CreatePlan plan) {
        return new UUID(VERSION_7, IDS | (0xa1 + PLANS.indexOf(plan)));
    }

    private static CreatePlan plan(
            String name,
            int vcpus,
            int memoryGb,
            int diskGb,
            int transferGb,
            int outMbps,
            String hourly,
            String monthly) {
        return new CreatePlan(
                PlanKind.VPS,
                null,
                name,
                null,
                null,
                vcpus,
                memoryGb * 1024,
                diskGb,
                0,
                transferGb,
                outMbps,
                null,
                null,
                null,
                hourly,
                monthly,
                List.of());
    }
}
