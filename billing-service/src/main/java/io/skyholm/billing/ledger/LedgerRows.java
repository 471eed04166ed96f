package io.skyholm.billing.ledger;

import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Work;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes what a round has decided, in few statements for all of it. */
final class LedgerRows {

    private static final String POST = """
            insert into ledger_transaction (id, tenant_id, wallet_id, type, amount, currency, balance_after, description,
                reference, refunded_transaction_id, hold_id, idempotency_key, created_by, created_at)
            select id, tenant_id, wallet_id, type, amount::numeric, currency, balance_after::numeric, description,
                reference, refunded, hold, key, by_user, $14::timestamptz
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[], $10::uuid[], $11::uuid[], $12::text[], $13::uuid[])
                as new (id, tenant_id, wallet_id, type, amount, currency, balance_after, description,
                    reference, refunded, hold, key, by_user)""";

    /** Both sides of all of them: what the wallet gains, the other account loses. */
    private static final String POSTINGS = """
            insert into posting (transaction_id, account, tenant_id, wallet_id, amount)
            select new.id, side.account, new.tenant_id, new.wallet_id, side.amount
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])
                    as new (id, tenant_id, wallet_id, against, amount)
                cross join lateral (values ('WALLET', new.amount::numeric), (new.against, -new.amount::numeric))
                    as side (account, amount)""";

    private static final String OPEN = """
            insert into hold (id, tenant_id, wallet_id, amount, status, subject, idempotency_key, created_at, ended_at)
            select id, tenant_id, wallet_id, amount::numeric, status, subject, key, $8::timestamptz,
                case when status = 'OPEN' then null else $8::timestamptz end
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
                as new (id, tenant_id, wallet_id, amount, status, subject, key)""";
    private static final String END = """
            update hold set status = over.status, ended_at = $3::timestamptz
            from unnest($1::uuid[], $2::text[]) as over (id, status) where hold.id = over.id""";

    private LedgerRows() {}

    /**
     * Sends all that is new. What is held no longer comes first and what is held from now on last: in between, too, no wallet
     * may hold more than it has.
     */
    static void write(Work work, LedgerRound round) {
        Object now = ColumnReaders.parameter(round.now());
        if (!round.ended().isEmpty()) {
            end(work, round.ended(), now);
        }
        if (!round.posted().isEmpty()) {
            post(work, round.posted(), now);
        }
        if (!round.opened().isEmpty()) {
            open(work, round.opened(), now);
        }
    }

    private static void end(Work work, List<Hold> ended, @Nullable Object now) {
        work.send(
                END,
                column(ended, Hold::id, UUID[]::new),
                column(ended, hold -> hold.status().name(), String[]::new),
                now);
    }

    private static void post(Work work, List<Transaction> posted, @Nullable Object now) {
        UUID[] ids = column(posted, Transaction::id, UUID[]::new);
        UUID[] tenants = column(posted, Transaction::tenantId, UUID[]::new);
        UUID[] wallets = column(posted, Transaction::walletId, UUID[]::new);
        String[] amounts = column(posted, transaction -> transaction.amount().toPlainString(), String[]::new);
        work.send(
                POST,
                ids,
                tenants,
                wallets,
                column(posted, transaction -> transaction.type().name(), String[]::new),
                amounts,
                column(posted, Transaction::currency, String[]::new),
                column(posted, transaction -> transaction.balanceAfter().toPlainString(), String[]::new),
                column(posted, Transaction::description, String[]::new),
                column(posted, Transaction::reference, String[]::new),
                column(posted, Transaction::refundedTransactionId, UUID[]::new),
                column(posted, Transaction::holdId, UUID[]::new),
                column(posted, Transaction::idempotencyKey, String[]::new),
                column(posted, Transaction::createdBy, UUID[]::new),
                now);
        String[] against = column(
                posted, transaction -> Account.against(transaction.type()).name(), String[]::new);
        work.send(POSTINGS, ids, tenants, wallets, against, amounts);
    }

    private static void open(Work work, List<Hold> opened, @Nullable Object now) {
        work.send(
                OPEN,
                column(opened, Hold::id, UUID[]::new),
                column(opened, Hold::tenantId, UUID[]::new),
                column(opened, Hold::walletId, UUID[]::new),
                column(opened, hold -> hold.amount().toPlainString(), String[]::new),
                column(opened, hold -> hold.status().name(), String[]::new),
                column(opened, Hold::subject, String[]::new),
                column(opened, Hold::idempotencyKey, String[]::new),
                now);
    }

    private static <R, T> @Nullable T[] column(List<R> rows, Function<R, @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
