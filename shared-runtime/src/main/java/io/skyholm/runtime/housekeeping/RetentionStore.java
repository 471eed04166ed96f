package io.skyholm.runtime.housekeeping;

import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes old rows, and writes down in the table {@code retention} what is kept. */
@Singleton
class RetentionStore {

    /** Few enough that their locks are soon gone, many enough that a transaction is cheap for each of them. */
    static final int BATCH = 2_000;

    /** PostgreSQL ends what the service gives up: a statement that waited on for a locked table would keep its connection. */
    private static final List<String> LIMITS =
            List.of("set local lock_timeout = '5s'", "set local statement_timeout = '20s'");

    private static final String DECLARE = """
            insert into retention (table_name, kept_seconds, reason) values ($1, $2, $3)
            on conflict (table_name) do update set kept_seconds = excluded.kept_seconds, reason = excluded.reason
            where (retention.kept_seconds, retention.reason) is distinct from (excluded.kept_seconds, excluded.reason)""";

    private static final String DISCARD = "delete from retention where table_name <> all ($1)";

    private final TenantTransaction transactions;

    RetentionStore(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** Writes down what happens to which table, for those who look from outside. */
    Uni<Void> declare(Retentions retentions) {
        return transactions
                .change(Cause.platform(), work -> {
                    limited(work);
                    retentions
                            .expiring()
                            .forEach(
                                    one -> declare(work, one.table(), one.kept().toSeconds(), null));
                    retentions.exempt().forEach((table, reason) -> declare(work, table, null, reason));
                    return work.execute(DISCARD, (Object) tables(retentions));
                })
                .replaceWithVoid();
    }

    /** Deletes some rows whose time is over and tells how many. Those that another replica is deleting are left to it. */
    Uni<Integer> deleteBatch(Retention retention) {
        String sql = """
            delete from %1$s where ctid = any (array(
                select ctid from %1$s where %2$s < now() - make_interval(secs => $1) and %3$s
                order by %2$s limit %4$d for update skip locked))""".formatted(retention.table(), retention.time(), retention.condition(), BATCH);
        return transactions.change(Cause.platform(), work -> limited(work)
                .execute(sql, (double) retention.kept().toSeconds()));
    }

    /** Looks at what is kept. The number of rows is the one that PostgreSQL estimates. */
    Uni<RetainedRows> measure(Retention retention) {
        String sql = """
            update retention
            set oldest = (select min(%2$s)::timestamptz from %1$s where %3$s), checked_at = now(),
                row_estimate = pg_stat_get_live_tuples('%1$s'::regclass), bytes = pg_total_relation_size('%1$s')
            where table_name = '%1$s'
            returning row_estimate as rows, bytes, oldest""".formatted(retention.table(), retention.time(), retention.condition());
        return transactions.change(Cause.platform(), work -> limited(work).one(RetainedRows.class, sql));
    }

    private static Work limited(Work work) {
        LIMITS.forEach(work::send);
        return work;
    }

    private static void declare(Work work, String table, @Nullable Long keptSeconds, @Nullable String reason) {
        work.send(DECLARE, table, keptSeconds, reason);
    }

    private static String[] tables(Retentions retentions) {
        List<String> expiring =
                retentions.expiring().stream().map(Retention::table).toList();
        return Stream.concat(expiring.stream(), retentions.exempt().keySet().stream())
                .toArray(String[]::new);
    }
}
