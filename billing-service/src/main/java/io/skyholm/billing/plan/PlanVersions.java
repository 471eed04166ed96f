package io.skyholm.billing.plan;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The terms of plans, version by version: written once, and never changed. */
@Startup
@Singleton
class PlanVersions {

    /** Of the row that the same transaction has written. */
    private static final String ADD = """
            insert into plan_version (id, plan_id, version, vcpus, memory_mb, disk_gb, gpu_count, transfer_gb,
                network_out_mbps, by_second, currency, base_cost, markup_percentage, hourly_rate, monthly_rate, created_at, created_by)
            select $1, id, version, vcpus, memory_mb, disk_gb, gpu_count, transfer_gb,
                network_out_mbps, by_second, currency, base_cost, markup_percentage, hourly_rate, monthly_rate, updated_at, updated_by
            from plan where id = $2""";

    private final Views<PlanVersionView> views;

    PlanVersions(ViewFactory views) {
        this.views = views.of(Select.of(PlanVersionView.class, "plan_version")
                .with("baseCost", "money_text(base_cost)")
                .with("markupPercentage", "money_text(markup_percentage)")
                .with("hourlyRate", "money_text(hourly_rate)")
                .with("monthlyRate", "money_text(monthly_rate)"));
    }

    void add(Work work, Plan plan) {
        work.send(ADD, Ids.next(), plan.id);
    }

    Uni<Page<PlanVersionView>> list(Call call, UUID plan, ListPart page) {
        return views.page(call.caller().scope(), views.query().where("plan_id = ?", plan), page)
                .map(found -> found.map(version -> version.shownTo(call.caller())));
    }
}
