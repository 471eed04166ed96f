package io.skyholm.billing.standing;

import static io.skyholm.runtime.tenant.ColumnReaders.parameter;

import io.skyholm.events.EventJson;
import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of standings, and the numbers by which they are decided. */
@Singleton
class StandingStore {

    /** A wallet whose standing nobody has looked at yet is shown as it begins. */
    static final Select<StandingView> SELECT = Select.of(StandingView.class, """
            (select wallet.id, wallet.id as wallet_id, wallet.tenant_id, wallet.currency, coalesce(generation_of, 1) as generation,
                coalesce(stage, 'ACTIVE') as stage, coalesce(reasons, '[]') as reasons,
                coalesce(stage_since, wallet.created_at) as stage_since,
                coalesce(told_available, wallet.balance - wallet.held) as available, coalesce(hourly_cost, 0) as hourly_cost,
                coalesce(spent, 0) as spent, coalesce(missing, 0) as missing, grace_ends_at, low_balance,
                coalesce(warn_hours, 72) as warn_hours, warn_at, refuse_at, stop_at, wallet.created_at,
                coalesce(looked_at, wallet.created_at) as updated_at
            from wallet left join (select wallet_id, generation as generation_of, stage, reasons, stage_since,
                available as told_available, hourly_cost, spent, missing, grace_ends_at, low_balance, warn_hours, warn_at, refuse_at,
                stop_at, updated_at as looked_at from wallet_standing) known on known.wallet_id = wallet.id) standing""")
            .with("available", "money_text(available)")
            .with("hourlyCost", "money_text(hourly_cost)")
            .with("spent", "money_text(spent)")
            .with("missing", "money_text(missing)")
            .with("lowBalance", "money_text(low_balance)")
            .with("warnAt", "money_text(warn_at)")
            .with("refuseAt", "money_text(refuse_at)")
            .with("stopAt", "money_text(stop_at)");

    static final String FIND = SELECT.sql() + " where id = $1";

    private static final String BEGIN = """
            insert into wallet_standing (wallet_id, tenant_id, stage_since, spent_month, created_at, updated_at)
            select id, tenant_id, created_at, date_trunc('month', created_at, 'UTC'), calendar_now(), calendar_now()
            from wallet where id = $1
            on conflict do nothing""";

    private static final String LOCK =
            Select.of(Row.class, "wallet_standing").sql() + " where wallet_id = $1 for no key update";

    /** What comes back of what was charged by meters is an adjustment; one by hand is no spending. */
    private static final String SITUATION = """
            with moved as (
                select sum(-amount) filter (where created_at >= $2
                    and (type in ('CHARGE', 'REFUND') or type = 'ADJUSTMENT' and idempotency_key like 'meter/%')) as spent,
                    (array_agg(id order by id desc))[1] as last
                from ledger_transaction where wallet_id = $1 and ($3::uuid is null or id > $3)),
            running as (
                select round(sum(plan.hourly_rate * part), 6) as hourly, round(sum(plan.hourly_rate * part) filter (where meter.lacks_hold), 6) as lacking
                from meter join plan on plan.id = meter.plan_id
                    cross join lateral (select coalesce(meter.size_gb::numeric / plan.disk_gb, 1) as part) bought
                where meter.wallet_id = $1 and meter.due_at is not null),
            owing as (
                select sum(amount) as owed
                from meter join usage_charge on usage_charge.meter_id = meter.id and transaction_id is null
                where meter.wallet_id = $1 and meter.owes)
            select balance - held as available, coalesce(hourly, 0) as hourly, greatest(coalesce(owed, 0), 0) as owed,
                coalesce(lacking, 0) as lacking, coalesce(spent, 0) as spent, last
            from wallet, moved, running, owing where wallet.id = $1""";

    private static final String SAVE = """
            update wallet_standing set generation = generation + $2, stage = $3, reasons = $4, stage_since = $5, missing = $6,
                grace_ends_at = $7, resume_cost = $8, available = $9, hourly_cost = $10, spent = $11, spent_month = $12,
                counted_transaction_id = $13, due_at = $14, updated_at = calendar_now()
            where wallet_id = $1""";

    private static final String LIMIT = """
            update wallet_standing set generation = generation + 1, low_balance = $2, warn_hours = $3, warn_at = $4, refuse_at = $5,
                stop_at = $6, updated_at = calendar_now()
            where wallet_id = $1""";

    /** A standing as its row has it. */
    record Row(
            UUID walletId,
            StandingStage stage,
            List<StandingReason> reasons,
            Instant stageSince,
            BigDecimal missing,
            @Nullable Instant graceEndsAt,
            BigDecimal resumeCost,
            BigDecimal spent,
            Instant spentMonth,
            @Nullable UUID countedTransactionId,
            @Nullable BigDecimal lowBalance,
            int warnHours,
            @Nullable BigDecimal warnAt,
            @Nullable BigDecimal refuseAt,
            @Nullable BigDecimal stopAt) {

        Standing standing() {
            return new Standing(stage, reasons, stageSince, missing, graceEndsAt, resumeCost);
        }

        Limits limits() {
            return new Limits(lowBalance, warnHours, warnAt, refuseAt, stopAt);
        }
    }

    /** Numbers of now; of what was spent only what has come since the last look. */
    record Numbers(
            BigDecimal available,
            BigDecimal hourly,
            BigDecimal owed,
            BigDecimal lacking,
            BigDecimal spent,
            @Nullable UUID last) {

        Situation after(Row row, Instant month) {
            BigDecimal before = row.spentMonth().equals(month) ? row.spent() : BigDecimal.ZERO;
            return new Situation(available, hourly, owed, lacking, before.add(spent));
        }
    }

    /** The month of the calendar, in UTC. */
    static Instant monthOf(Instant now) {
        return now.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
    }

    Uni<Optional<Row>> lock(Work work, UUID wallet) {
        work.send(BEGIN, wallet);
        return work.find(Row.class, LOCK, wallet);
    }

    Uni<Numbers> numbers(Work work, Row row, Instant month) {
        return work.one(Numbers.class, SITUATION, row.walletId(), parameter(month), row.countedTransactionId());
    }

    Uni<StandingView> view(Work work, UUID wallet) {
        return work.one(StandingView.class, FIND, wallet);
    }

    void limit(Work work, UUID wallet, Limits limits) {
        work.send(
                LIMIT,
                wallet,
                limits.lowBalance(),
                limits.warnHours(),
                limits.warnAt(),
                limits.refuseAt(),
                limits.stopAt());
    }

    /**
     * Writes what was decided.
     *
     * @param told whether anybody is told of it
     */
    void save(Work work, Row row, Look look, boolean told) {
        Standing standing = look.standing();
        work.send(
                SAVE,
                row.walletId(),
                told ? 1L : 0L,
                standing.stage().name(),
                EventJson.write(standing.reasons()),
                parameter(standing.stageSince()),
                standing.missing(),
                parameter(standing.graceEndsAt()),
                standing.resumeCost(),
                look.situation().available(),
                look.situation().hourly(),
                look.situation().spent(),
                parameter(look.month()),
                look.last() == null ? row.countedTransactionId() : look.last(),
                parameter(look.dueAt()));
    }

    /** What has been seen and decided. */
    record Look(
            Standing standing,
            Situation situation,
            Instant month,
            @Nullable UUID last,
            @Nullable Instant dueAt) {}
}
