package io.skyholm.compute.plan;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds plans. */
@Startup
@Singleton
class PlanStore {

    private final Views<PlanView> views;

    PlanStore(ViewFactory views) {
        this.views = views.of(Select.of(PlanView.class, "known_plan")
                .with("vcpus", "cpu_cores")
                .with("memoryMb", "memory_gb * 1024")
                .with("diskGb", "storage_gb")
                .with("networkOutMbps", "(bandwidth_gbps * 1000)::integer")
                .with("transferGb", "traffic_gb")
                .with("hourlyRate", "hourly_rate::text")
                .with("monthlyRate", "monthly_rate::text")
                .with("availableRegions", "regions"));
    }

    Uni<Optional<PlanView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<PlanView>> list(TenantScope scope, PlanFilter filter, ListPart page) {
        return views.page(scope, views.query().matching(filter), page);
    }
}
