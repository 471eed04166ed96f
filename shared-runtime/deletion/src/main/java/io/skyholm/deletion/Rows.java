package io.skyholm.deletion;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Rows that are deleted as they are, because nobody is told of them and nothing names them. */
public final class Rows implements DataHolder {

    private static final int BATCH = 500;

    private final Holding holding;
    private final String delete;
    private final String left;

    private Rows(Holding holding, String table, String column) {
        this.holding = holding;
        this.delete = "delete from %1$s where ctid = any(array(select ctid from %1$s where %2$s = $1 limit %3$d))"
                .formatted(table, column, BATCH);
        this.left = OwnedRows.count(table, column + " = $1");
    }

    /** The tenant's rows of that table. */
    public static Rows ofTenant(DeletionStage stage, String name, String table) {
        return new Rows(Holding.ofTenant(stage, name, table), table, "tenant_id");
    }

    /** The rows of that table in which that column names the user. */
    public static Rows ofUser(DeletionStage stage, String name, String table, String column) {
        return new Rows(Holding.ofUser(stage, name, table), table, column);
    }

    @Override
    public Holding holding() {
        return holding;
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID owner) {
        return work.execute(delete, owner).chain(deleted -> work.value(Long.class, left, owner)
                .map(rest -> HoldingProgress.of(rest.orElse(0L), deleted)));
    }
}
