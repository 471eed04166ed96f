package io.skyholm.billing.statement;

import static io.skyholm.runtime.tenant.ColumnReaders.parameter;
import static java.time.ZoneOffset.UTC;

import io.skyholm.billing.wallet.Wallets;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what a wallet's balances were: summed from its postings each time, never from a balance that somebody keeps. */
@ApplicationScoped
class Statements {

    /** A posting is dated when its transaction begins to be written, and is there a moment later. */
    private static final Duration WRITTEN = Duration.ofMinutes(1);

    private static final String STATEMENT = """
            with posted as (
                select moved.id, moved.type, posting.account, posting.amount, moved.created_at >= $2 as today
                from posting join ledger_transaction moved on moved.id = posting.transaction_id
                where posting.wallet_id = $1 and moved.created_at < $3
            )
            select wallet.id as wallet_id, wallet.tenant_id, $4::date as day, $5::boolean as is_final, wallet.currency,
                money_text(coalesce(sum(posted.amount) filter (where not today), 0)) as opening_balance,
                money_text(coalesce(sum(posted.amount) filter (where today and type = 'DEPOSIT'), 0)) as deposits,
                money_text(coalesce(sum(posted.amount) filter (where today and type = 'CHARGE'), 0)) as charges,
                money_text(coalesce(sum(posted.amount) filter (where today and type = 'REFUND'), 0)) as refunds,
                money_text(coalesce(sum(posted.amount) filter (where today and type = 'ADJUSTMENT'), 0)) as adjustments,
                money_text(coalesce(sum(posted.amount), 0)) as closing_balance,
                count(*) filter (where today) as transactions,
                (array_agg(posted.id order by posted.id desc) filter (where posted.id is not null))[1] as last_transaction_id,
                (select coalesce(json_agg(json_build_object('account', account, 'balance', money_text(balance)) order by account), '[]')::text
                    from (select account, sum(amount) as balance from posted group by account) by_account) as accounts
            from wallet left join posted on posted.account = 'WALLET'
            where wallet.id = $1
            group by wallet.id""";

    private final TenantRead read;
    private final CalendarClock clock;

    Statements(TenantRead read, CalendarClock clock) {
        this.read = read;
        this.clock = clock;
    }

    private static LocalDate day(String asked) {
        try {
            return LocalDate.parse(asked);
        } catch (DateTimeParseException noDay) {
            throw Problem.invalid("day", "must be a day such as 2026-03-01");
        }
    }

    /** The statement of a day in UTC, of today so far if none is asked for. */
    Uni<StatementView> of(Call call, UUID wallet, @Nullable String asked) {
        Instant now = clock.instant();
        LocalDate today = now.atOffset(UTC).toLocalDate();
        LocalDate day = asked == null ? today : day(asked);
        if (day.isAfter(today)) {
            throw Problem.invalid("day", "must not be in the future");
        }
        Instant begin = day.atStartOfDay(UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(UTC).toInstant();
        Statement statement =
                Statement.of(STATEMENT, wallet, parameter(begin), parameter(end), day, now.isAfter(end.plus(WRITTEN)));
        return read.one(call.caller().scope(), statement, RowType.of(StatementView.class))
                .map(found -> found.orElseThrow(Wallets::notFound));
    }
}
