package io.skyholm.billing.period;

import static io.skyholm.runtime.tenant.ColumnReaders.parameter;

import io.skyholm.billing.invoice.InvoiceView;
import io.skyholm.billing.invoice.Invoices;
import io.skyholm.billing.meter.Meters;
import io.skyholm.billing.meter.UsageChargeView;
import io.skyholm.events.billing.InvoiceLineItem;
import io.skyholm.events.billing.InvoiceLineKind;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands behind the lines of an invoice. */
@ApplicationScoped
public class InvoicedUsage {

    /** Of some meters all that the invoice has of them, as its lines say it: a credit note says what is given back. */
    private static final String RESOURCES = """
            with moved as (
                select charge.plan_id, charge.plan_version, charge.meter_id, charge.hour, sum(charge.amount) as amount,
                    charge.hour < date_trunc('hour', invoice.billing_period_start, 'UTC') as earlier
                from invoice
                    join ledger_transaction moved on moved.wallet_id = invoice.wallet_id and moved.id <= invoice.last_transaction_id
                        and (invoice.after_transaction_id is null or moved.id > invoice.after_transaction_id)
                    join usage_charge charge on charge.transaction_id = moved.id
                where invoice.id = $1 and ($2::uuid is null or charge.meter_id > $2)
                group by 1, 2, 3, 4, 6
            ), ranked as (
                select plan_id, plan_version, meter_id, earlier, count(*) filter (where amount <> 0) as hours,
                    min(hour) as first_hour, max(hour) as last_hour, sum(amount) as amount,
                    dense_rank() over (order by meter_id) as rank
                from moved group by 1, 2, 3, 4 having sum(amount) <> 0
            )
            select case when ranked.earlier then 'CORRECTION' else 'USAGE' end as kind, ranked.plan_id, ranked.plan_version, plan.name as plan_name,
                meter.resource_type, meter.resource_id, ranked.meter_id, meter.name, ranked.hours, ranked.first_hour, ranked.last_hour,
                (select case type when 'CREDIT_NOTE' then -1 else 1 end from invoice where id = $1) * ranked.amount as amount
            from ranked join plan on plan.id = ranked.plan_id join meter on meter.id = ranked.meter_id
            where ranked.rank <= $3
            order by ranked.meter_id, ranked.earlier desc, plan.name, ranked.plan_version""";

    private static final String OF_INVOICE = """
            exists (
                select from invoice join ledger_transaction moved on moved.wallet_id = invoice.wallet_id
                    and moved.id <= invoice.last_transaction_id
                    and (invoice.after_transaction_id is null or moved.id > invoice.after_transaction_id)
                where invoice.id = ? and moved.id = usage_charge.transaction_id)""";

    private final TenantRead read;
    private final Invoices invoices;
    private final Meters meters;

    InvoicedUsage(TenantRead read, Invoices invoices, Meters meters) {
        this.read = read;
        this.invoices = invoices;
        this.meters = meters;
    }

    /**
     * What things add to an invoice.
     *
     * @param after the last meter of the part before
     * @param most of so many meters
     */
    public Uni<List<UsedResource>> resources(TenantScope scope, UUID invoice, @Nullable UUID after, long most) {
        return read.list(scope, Statement.of(RESOURCES, invoice, after, most), RowType.of(UsedResource.class));
    }

    /** The charges that a line adds up; each names its meter, its hour and the transaction that paid it. */
    Uni<Page<UsageChargeView>> charges(Call call, UUID invoice, String position, ListPart page) {
        return invoices.get(call, invoice)
                .chain(found -> meters.charges(call, query -> of(query, found, line(found, position)), page));
    }

    /** What was before the invoice's period is corrected by it. */
    private static ListQuery of(ListQuery query, InvoiceView invoice, InvoiceLineItem line) {
        boolean earlier = line.kind() == InvoiceLineKind.CORRECTION;
        Instant start = Objects.requireNonNull(invoice.billingPeriodStart());
        return query.where(OF_INVOICE, invoice.id())
                .where(earlier ? "hour < ?" : "hour >= ?", parameter(PeriodStore.firstHour(start)))
                .where("plan_id = ?", line.planId())
                .where("plan_version = ?", line.planVersion());
    }

    private static InvoiceLineItem line(InvoiceView invoice, String position) {
        return invoice.lineItems().stream()
                .filter(line -> String.valueOf(line.position()).equals(position) && line.planId() != null)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("line of usage"));
    }
}
