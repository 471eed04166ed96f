package io.skyholm.billing.plan;

import io.quarkus.runtime.Startup;
import io.skyholm.billing.BillingSettings;
import io.skyholm.events.billing.PlanEvents;
import io.skyholm.events.billing.PlanFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with plans. They are the platform's, and seen by everybody. */
@Startup
@ApplicationScoped
class Plans {

    private final Commands commands;
    private final Aggregate<Plan, PlanView, PlanFact> plans;
    private final PlanVersions versions;
    private final String currency;

    Plans(Commands commands, Aggregates aggregates, PlanVersions versions, BillingSettings settings) {
        Select<PlanView> select = Select.of(PlanView.class, "plan")
                .with("baseCost", "money_text(base_cost)")
                .with("markupPercentage", "money_text(markup_percentage)")
                .with("hourlyRate", "money_text(hourly_rate)")
                .with("monthlyRate", "money_text(monthly_rate)");
        this.commands = commands;
        this.plans = aggregates.of("plan", Plan.class, select, PlanEvents.TYPES).explaining(PlanProblems.CONFLICTS);
        this.versions = versions;
        this.currency = settings.currency();
    }

    Uni<PlanView> create(Call call, CreatePlan command) {
        Plan plan = new Plan(Ids.next(), command, currency, plans.created(call));
        return commands.changeOnce(call, command, PlanView.class, work -> insert(work, plan));
    }

    /** Makes one of that id for the platform, unless it is there. */
    Uni<Void> seed(Work work, UUID id, CreatePlan command) {
        return work.exists("select 1 from plan where id = $1", id)
                .chain(there -> there
                        ? Uni.createFrom().voidItem()
                        : insert(work, new Plan(id, command, currency, plans.created((UUID) null)))
                                .replaceWithVoid());
    }

    private Uni<PlanView> insert(Work work, Plan plan) {
        return plans.insert(work, PlanEvents.CREATED, plan).invoke(made -> versions.add(work, plan));
    }

    /** What was billed by its terms stays so: other terms are its next version. */
    Uni<PlanView> change(Call call, UUID id, ChangePlan command) {
        return commands.change(call, work -> plans.locked(call, work, id).chain(plan -> {
            boolean others = command.applyTo(plan);
            return plans.save(call, work, PlanEvents.CHANGED, plan).invoke(saved -> {
                if (others) {
                    versions.add(work, plan);
                }
            });
        }));
    }

    /** What was made with it keeps its terms. */
    Uni<PlanView> delete(Call call, UUID id) {
        return commands.change(call, work -> plans.locked(call, work, id)
                .invoke(Plan::retire)
                .chain(plan -> plans.delete(call, work, PlanEvents.RETIRED, plan)));
    }

    Uni<PlanView> get(Call call, UUID id) {
        return plans.get(call, id).map(plan -> plan.shownTo(call.caller()));
    }

    Uni<Page<PlanView>> list(Call call, PlanFilter filter, ListPart page) {
        return plans.page(call, plans.query().matching(filter), page)
                .map(found -> found.map(plan -> plan.shownTo(call.caller())));
    }

    Uni<Page<PlanVersionView>> versions(Call call, UUID id, ListPart page) {
        return plans.get(call, id).chain(() -> versions.list(call, id, page));
    }
}
