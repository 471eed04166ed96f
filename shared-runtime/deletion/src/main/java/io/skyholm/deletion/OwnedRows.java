package io.skyholm.deletion;

import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Function;

/** The rows of one tenant or user that have to be deleted one by one, because others are told of each. */
public final class OwnedRows {

    private static final int BATCH = 50;

    /** Counting further would read more than anybody wants to know. */
    private static final int MOST_COUNTED = 10_000;

    private final String table;
    private final String owned;
    private final String now;
    private final String some;
    private final String left;

    private OwnedRows(String table, String owned, String now, int batch) {
        this.table = table;
        this.owned = owned;
        this.now = now;
        // In no order: were the first fifty stuck, those behind them would wait for ever.
        this.some = "select id from %s where %s and %s order by random() limit %d".formatted(table, owned, now, batch);
        this.left = count(table, owned);
    }

    /** Those of a table that meet a condition in which {@code $1} is the tenant or the user. */
    public static OwnedRows of(String table, String owned) {
        return new OwnedRows(table, owned, "true", BATCH);
    }

    /** Those of a tenant that are not deleted yet. */
    public static OwnedRows livingOfTenant(String table) {
        return of(table, "tenant_id = $1 and deleted_at is null");
    }

    /** The same rows, of which only those that meet this condition can be deleted now. */
    public OwnedRows nowOnly(String condition) {
        return new OwnedRows(table, owned, condition, BATCH);
    }

    /** The same rows, so many at a time: for those with much beneath them. */
    public OwnedRows atMost(int batch) {
        return new OwnedRows(table, owned, now, batch);
    }

    static String count(String table, String condition) {
        return "select count(*) from (select from %s where %s limit %d) counted"
                .formatted(table, condition, MOST_COUNTED);
    }

    /** Does something with each of some of them, which tells whether it has deleted it, and counts what is left. */
    public Uni<HoldingProgress> each(Work work, UUID owner, Function<UUID, Uni<Boolean>> delete) {
        return work.values(UUID.class, some, owner)
                .chain(ids -> Sequentially.of(ids, delete::apply))
                .map(outcomes -> outcomes.stream().filter(deleted -> deleted).count())
                .chain(deleted -> left(work, owner).map(rest -> HoldingProgress.of(rest, deleted)));
    }

    /** How many there are. */
    public Uni<Long> left(Work work, UUID owner) {
        return work.value(Long.class, left, owner).map(count -> count.orElse(0L));
    }
}
