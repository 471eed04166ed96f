package io.skyholm.billing.meter;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.Select;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What can be seen of meters, and of what is charged by them. */
@Startup
@ApplicationScoped
public class Meters {

    private static final String SUM =
            "money_text(coalesce((select sum(amount) from usage_charge where meter_id = meter.id and transaction_id is %s null), 0))";

    private final Views<MeterView> meters;
    private final Views<UsageChargeView> charges;

    Meters(ViewFactory views) {
        this.meters = views.of(Select.of(MeterView.class, "meter")
                .with("charged", SUM.formatted("not"))
                .with("owed", SUM.formatted("")));
        this.charges = views.of(Select.of(UsageChargeView.class, "usage_charge").with("amount", "money_text(amount)"));
    }

    Uni<MeterView> get(Call call, UUID id) {
        return meters.find(call.caller().scope(), id).map(found -> found.orElseThrow(() -> Problem.notFound("meter")));
    }

    Uni<Page<MeterView>> list(Call call, MeterFilter filter, ListPart page) {
        return meters.page(
                call.caller().scope(),
                meters.query().inScope(call.caller().scope()).matching(filter),
                page);
    }

    Uni<Page<UsageChargeView>> charges(Call call, UUID meter, ListPart page) {
        return get(call, meter).chain(() -> charges(call, query -> query.where("meter_id = ?", meter), page));
    }

    /** Those charges that a query finds. */
    public Uni<Page<UsageChargeView>> charges(Call call, UnaryOperator<ListQuery> narrowed, ListPart page) {
        return charges.page(
                call.caller().scope(),
                narrowed.apply(charges.query().inScope(call.caller().scope())),
                page);
    }
}
