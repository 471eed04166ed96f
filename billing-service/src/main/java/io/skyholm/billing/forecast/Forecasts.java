package io.skyholm.billing.forecast;

import io.skyholm.billing.money.Amounts;
import io.skyholm.billing.wallet.Wallets;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what is going to be spent, by the rates of now. */
@ApplicationScoped
class Forecasts {

    private static final String RUNNING = """
            select wallet.id as wallet_id, wallet.tenant_id, wallet.currency, wallet.balance - wallet.held as available,
                count(plan.id) as running,
                round(coalesce(sum(plan.hourly_rate * coalesce(meter.size_gb::numeric / plan.disk_gb, 1)), 0), 6) as hourly,
                round(coalesce(sum(plan.monthly_rate * coalesce(meter.size_gb::numeric / plan.disk_gb, 1)), 0), 6) as monthly
            from wallet left join meter on meter.wallet_id = wallet.id and meter.plan_id is not null
                left join plan on plan.id = meter.plan_id
            where wallet.id = $1
            group by wallet.id""";

    private static final String OFFER = """
            select wallet.id as wallet_id, wallet.currency, wallet.balance - wallet.held as available,
                plan.id as plan_id, plan.version as plan_version, plan.hourly_rate as hourly, plan.monthly_rate as monthly
            from wallet left join plan on plan.id = $2 and plan.is_active and plan.deleted_at is null and plan.currency = wallet.currency
            where wallet.id = $1""";

    /** What runs and is paid from a wallet. */
    record Running(
            UUID walletId,
            UUID tenantId,
            String currency,
            BigDecimal available,
            long running,
            BigDecimal hourly,
            BigDecimal monthly) {}

    /** A wallet, and what a plan costs if it is offered in its currency. */
    record Offer(
            UUID walletId,
            String currency,
            BigDecimal available,
            @Nullable UUID planId,
            @Nullable Integer planVersion,
            @Nullable BigDecimal hourly,
            @Nullable BigDecimal monthly) {}

    private final TenantRead read;
    private final CalendarClock clock;

    Forecasts(TenantRead read, CalendarClock clock) {
        this.read = read;
        this.clock = clock;
    }

    Uni<ForecastView> of(Call call, UUID wallet) {
        return read.one(call.caller().scope(), Statement.of(RUNNING, wallet), RowType.of(Running.class))
                .map(found -> view(found.orElseThrow(Wallets::notFound)));
    }

    private ForecastView view(Running running) {
        return new ForecastView(
                running.walletId(),
                running.tenantId(),
                running.currency(),
                Amounts.text(running.available()),
                running.running(),
                Amounts.text(running.hourly()),
                Amounts.text(running.monthly()),
                new Spending(running.available(), running.hourly()).runsOutAt(clock.instant()));
    }

    Uni<QuoteView> quote(Call call, UUID wallet, UUID plan, int count) {
        return read.one(call.caller().scope(), Statement.of(OFFER, wallet, plan), RowType.of(Offer.class))
                .map(found -> view(found.orElseThrow(Wallets::notFound), count));
    }

    private static QuoteView view(Offer offer, int count) {
        UUID plan = offer.planId();
        Integer version = offer.planVersion();
        BigDecimal hourly = offer.hourly();
        BigDecimal monthly = offer.monthly();
        if (plan == null || version == null || hourly == null || monthly == null) {
            throw Problem.invalid("planId", "names no plan that is offered in " + offer.currency());
        }
        BigDecimal times = BigDecimal.valueOf(count);
        Spending spending = new Spending(offer.available(), hourly.multiply(times));
        return new QuoteView(
                offer.walletId(),
                plan,
                version,
                count,
                offer.currency(),
                Amounts.text(spending.hourly()),
                Amounts.text(monthly.multiply(times)),
                Amounts.text(offer.available()),
                spending.missing().signum() == 0,
                Amounts.text(spending.missing()),
                spending.hours().longValueExact());
    }
}
