package io.skyholm.billing.period;

import static io.skyholm.runtime.tenant.ColumnReaders.parameter;

import io.skyholm.billing.invoice.TransactionRange;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far wallets are invoiced, and what has moved on them since. */
@Singleton
class PeriodStore {

    /** The wallet's lock: whoever posts holds it, so that no movement of lesser id comes later. */
    private static final String LOCK = """
            select wallet.id as wallet_id, wallet.tenant_id, wallet.currency,
                coalesce(invoicing.period_start, wallet.created_at) as period_start,
                invoicing.last_transaction_id, coalesce(invoicing.fraction, 0) as fraction
            from wallet left join invoicing on invoicing.wallet_id = wallet.id
            where wallet.id = $1 for no key update of wallet""";

    /** A month that is over, its last hours charged. */
    static final String OVER = """
            select wallet.id from wallet left join invoicing on invoicing.wallet_id = wallet.id
            where (date_trunc('month', coalesce(invoicing.period_start, wallet.created_at) at time zone 'UTC') + interval '1 month')
                at time zone 'UTC' + interval '1 hour' <= calendar_now()""";

    /** What is to be charged of a month that has ended. */
    private static final String UNCHARGED = "select 1 from meter where wallet_id = $1 and due_at < $2";

    private static final String LAST = """
            select id from ledger_transaction
            where wallet_id = $1 and created_at < $2 and ($3::uuid is null or id > $3)
            order by id desc limit 1""";

    /**
     * Usage by plan and version, each hour of a meter once, whatever it took to charge it; then what was charged and refunded by hand. What was
     * corrected by hand was neither sold nor bought, and credit notes are invoices of their own.
     */
    private static final String MOVEMENTS = """
            with moved as (
                select id, type, -amount as amount, description, idempotency_key as key from ledger_transaction
                where wallet_id = $1 and ($2::uuid is null or id > $2) and id <= $3 and type <> 'DEPOSIT'
            ), used as (
                select charge.plan_id, charge.plan_version, charge.meter_id, charge.hour, sum(moved.amount) as amount, max(charge.size_gb) as size_gb
                from moved join usage_charge charge on charge.meter_id = split_part(moved.key, '/', 2)::uuid
                    and charge.hour = split_part(moved.key, '/', 3)::timestamptz and charge.part = split_part(moved.key, '/', 4)::integer
                where moved.key like 'meter/%'
                group by 1, 2, 3, 4
            )
            select case when hour < $4 then 'CORRECTION' else 'USAGE' end as kind, plan.name as description, used.plan_id, used.plan_version,
                count(distinct used.meter_id) as resources, count(*) filter (where used.amount <> 0) as hours,
                sum(used.size_gb) filter (where used.amount <> 0) as gb_hours,
                version.hourly_rate as unit_price, sum(used.amount) as amount, null::uuid as first
            from used join plan on plan.id = used.plan_id
                join plan_version version on version.plan_id = used.plan_id and version.version = used.plan_version
            group by 1, 2, 3, 4, 8
            union all
            select type, coalesce(description, initcap(type)), null, null, null, null, null, null, sum(amount), (array_agg(id order by id))[1]
            from moved where type in ('CHARGE', 'REFUND') and key not like 'meter/%' and key not like 'invoice/%'
            group by 1, 2
            order by first nulls first, kind desc, description, plan_version""";

    private static final String INVOICED = """
            insert into invoicing (wallet_id, tenant_id, period_start, last_transaction_id, fraction, updated_at)
            values ($1, $2, $3, $4, $5, calendar_now())
            on conflict (wallet_id) do update set period_start = excluded.period_start,
                last_transaction_id = excluded.last_transaction_id, fraction = excluded.fraction, updated_at = excluded.updated_at""";

    Uni<Optional<OpenPeriod>> lock(Work work, UUID wallet) {
        return work.find(OpenPeriod.class, LOCK, wallet);
    }

    Uni<Boolean> isUncharged(Work work, OpenPeriod period) {
        return work.exists(UNCHARGED, period.walletId(), parameter(period.closes()));
    }

    /** The last movement before that time which stands on no invoice. */
    Uni<Optional<UUID>> last(Work work, OpenPeriod period, Instant until) {
        return work.value(UUID.class, LAST, period.walletId(), parameter(until), period.lastTransactionId());
    }

    Uni<List<Movement>> movements(Work work, OpenPeriod period, TransactionRange range) {
        return work.list(
                Movement.class,
                MOVEMENTS,
                period.walletId(),
                range.after(),
                range.last(),
                parameter(firstHour(range.from())));
    }

    /** The hour in which a period begins is its own: it is charged when it is over. */
    static Instant firstHour(Instant periodStart) {
        return periodStart.truncatedTo(ChronoUnit.HOURS);
    }

    void invoiced(Work work, OpenPeriod period, Instant until, @Nullable UUID last, BigDecimal fraction) {
        work.send(INVOICED, period.walletId(), period.tenantId(), parameter(until), last, fraction);
    }
}
