package io.skyholm.billing.meter;

import static io.skyholm.runtime.tenant.ColumnReaders.parameter;

import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of meters. */
@Singleton
class MeterStore {

    /** How much of what is owed a step tries to pay: who pays nothing for years owes many hours. */
    static final int MOST_UNPAID = 50;

    /**
     * Nothing is paid for what was before there was a wallet. Whatever facts still come, what they change is rated again. What went to another
     * tenant has a meter for each of the two.
     */
    private static final String METER = """
            insert into meter (id, resource_id, tenant_id, wallet_id, resource_type, name, generation, plan_id, rate_from, due_at,
                created_at, updated_at, article, size_gb)
            select case when exists (select from meter where id = $1) then $8 else $1 end, $1, $2, wallet.id, $3, $7, $4,
                coalesce($5, (select id from plan where plan.article = $9 and plan.deleted_at is null)),
                greatest($6::timestamptz, wallet.created_at), calendar_now(), calendar_now(), calendar_now(), $9, $10
            from wallet where tenant_id = $2
            on conflict (resource_id, tenant_id) do update set
                plan_id = case when meter.generation < excluded.generation then excluded.plan_id else meter.plan_id end,
                article = case when meter.generation < excluded.generation then excluded.article else meter.article end,
                size_gb = case when meter.generation < excluded.generation then excluded.size_gb else meter.size_gb end,
                name = case when meter.generation < excluded.generation then excluded.name else meter.name end,
                generation = greatest(meter.generation, excluded.generation),
                rate_from = least(meter.rate_from, excluded.rate_from),
                due_at = calendar_now(), updated_at = calendar_now()
            returning id""";

    private static final String STATE = """
            insert into meter_state (meter_id, tenant_id, generation, at, plan_id, article, size_gb)
            select id, tenant_id, $2, $3, $4, $5, $6 from meter where id = $1
            on conflict do nothing""";

    /** What facts say of a thing's later tenant ends what an earlier one pays for it, whichever of them came first. */
    private static final String LEFT = """
            update meter set plan_id = null, article = null, size_gb = null, rate_from = least(rate_from, greatest($2, created_from)),
                due_at = calendar_now(), updated_at = calendar_now()
            from (select meter.id as left_id, wallet.created_at as created_from from meter join wallet on wallet.id = meter.wallet_id
                where resource_id = $1) former
            where id = former.left_id and (plan_id is not null or article is not null or rate_from > $2)
                and exists (select from meter later where later.resource_id = $1 and later.generation > meter.generation)
            returning id""";

    private static final String LOCK = Select.of(Meter.class, "meter").sql() + " where id = $1 for no key update";

    /**
     * All from then on, and what held when that began. While it is another tenant's, this meter's pays nothing. What changes nothing of what is paid is left
     * out: whoever renames a thing a thousand times has it rated as if once.
     */
    private static final String STATES = """
            select generation, at, plan_id, article, size_gb from (
                select *, lag(concat_ws('/', plan_id, article, size_gb)) over (order by generation) as before from (
                    select generation, at, case when meter_id = $1 then plan_id end as plan_id,
                        case when meter_id = $1 then article end as article, case when meter_id = $1 then size_gb end as size_gb
                    from meter_state
                    where meter_id in (select id from meter where resource_id = $3) and generation >= coalesce(
                        (select max(generation) from meter_state
                            where meter_id in (select id from meter where resource_id = $3) and at < $2), 0)) told) followed
            where before is distinct from concat_ws('/', plan_id, article, size_gb)""";

    /** An article has all prices that it ever had, and none from when a plan was retired until the next one. */
    private static final String TARIFFS = """
            select plan_id, version, null as article, 1 as per_gb, created_at as since, false as ended, by_second,
                hourly_rate as hourly, monthly_rate as monthly
            from plan_version where plan_id = any($1)
            union all
            select plan.id, sold.version, plan.article, sold.disk_gb, sold.created_at, false, sold.by_second, sold.hourly_rate, sold.monthly_rate
            from plan join plan_version sold on sold.plan_id = plan.id where plan.article = any($2)
            union all
            select id, version, article, disk_gb, deleted_at, true, by_second, hourly_rate, monthly_rate
            from plan where deleted_at is not null and article = any($2)""";

    private static final String CHARGED = """
            select hour, sum(amount) as amount, count(*)::integer as parts,
                (array_agg(plan_id order by part desc))[1] as plan_id,
                (array_agg(plan_version order by part desc))[1] as plan_version,
                (array_agg(size_gb order by part desc))[1] as size_gb
            from usage_charge where meter_id = $1 and hour >= $2 group by hour""";

    private static final String CHARGE = """
            insert into usage_charge (id, tenant_id, wallet_id, meter_id, hour, part, amount, plan_id, plan_version, size_gb, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, calendar_now())""";

    private static final String UNPAID = Select.of(UsageCharge.class, "usage_charge")
                    .sql() + " where meter_id = $1 and transaction_id is null order by hour, part limit " + MOST_UNPAID;

    private static final String PAID =
            "update usage_charge set transaction_id = $2 where id = $1 and transaction_id is null";

    /**
     * All before that time has been charged as facts say; something is held from now on, or about to be. What sells the article is noted as it was rated: a
     * plan that came meanwhile is another one, and the sweep sees that.
     */
    private static final String RATED = """
            update meter set rate_from = $2, last_billed_at = case when $2 > rate_from then $2 else last_billed_at end,
                held_hour = $3, held_amount = $4, updated_at = calendar_now(),
                plan_id = case when article is null then plan_id else $5 end
            where id = $1""";

    private static final String DONE = """
            update meter set held_hour = $2, held_amount = $3, hold_id = $4, owes = $5, due_at = $6, lacks_hold = $7, updated_at = calendar_now()
            where id = $1""";

    /** Gives the meter of that tenant. */
    Uni<UUID> note(Work work, MeterFact fact) {
        return work.value(
                        UUID.class,
                        METER,
                        fact.resourceId(),
                        fact.tenantId(),
                        fact.resourceType().name(),
                        fact.state().generation(),
                        fact.state().planId(),
                        parameter(fact.state().at()),
                        fact.name(),
                        Ids.next(),
                        fact.state().article(),
                        fact.state().sizeGb())
                .map(Optional::orElseThrow)
                .invoke(meter -> work.send(
                        STATE,
                        meter,
                        fact.state().generation(),
                        parameter(fact.state().at()),
                        fact.state().planId(),
                        fact.state().article(),
                        fact.state().sizeGb()));
    }

    /** Gives the meters of those whose it was before. */
    Uni<List<UUID>> leave(Work work, MeterFact fact) {
        return work.values(
                UUID.class, LEFT, fact.resourceId(), parameter(fact.state().at()));
    }

    Uni<Optional<Meter>> lock(Work work, UUID id) {
        return work.find(Meter.class, LOCK, id);
    }

    Uni<Rating> rating(Work work, Meter meter, Instant from) {
        return work.list(MeterState.class, STATES, meter.id(), parameter(from), meter.resourceId())
                .chain(states -> tariffs(work, states).map(tariffs -> new Rating(states, tariffs)));
    }

    private static Uni<Tariffs> tariffs(Work work, List<MeterState> states) {
        UUID[] plans = states.stream()
                .map(MeterState::planId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        String[] articles = states.stream()
                .map(MeterState::article)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return work.list(Tariff.class, TARIFFS, plans, articles).map(Tariffs::new);
    }

    Uni<List<Settlement.Charged>> charged(Work work, Meter meter, Instant from) {
        return work.list(Settlement.Charged.class, CHARGED, meter.id(), parameter(from));
    }

    void charge(Work work, Meter meter, UsageCharge charge) {
        work.send(
                CHARGE,
                charge.id(),
                meter.tenantId(),
                meter.walletId(),
                meter.id(),
                parameter(charge.hour()),
                charge.part(),
                charge.amount(),
                charge.planId(),
                charge.planVersion(),
                charge.sizeGb());
    }

    Uni<List<UsageCharge>> unpaid(Work work, Meter meter) {
        return work.list(UsageCharge.class, UNPAID, meter.id());
    }

    void rated(Work work, Meter meter, Instant until, @Nullable UUID seller) {
        work.send(RATED, meter.id(), parameter(until), parameter(meter.heldHour()), meter.heldAmount(), seller);
    }

    void paid(Work work, UUID charge, UUID transaction) {
        work.send(PAID, charge, transaction);
    }

    void done(Work work, Meter meter, boolean owes, @Nullable Instant due) {
        work.send(
                DONE,
                meter.id(),
                parameter(meter.heldHour()),
                meter.heldAmount(),
                meter.holdId(),
                owes,
                parameter(due),
                meter.lacksHold());
    }
}
