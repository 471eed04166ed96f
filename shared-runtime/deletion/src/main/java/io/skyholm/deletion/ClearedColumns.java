package io.skyholm.deletion;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Columns that are cleared in rows which stay, because bills or other rows name them. Nobody is told: facts do not have them. */
public final class ClearedColumns implements DataHolder {

    private static final int BATCH = 500;

    private final Holding holding;
    private final String clear;
    private final OwnedRows filled;

    private ClearedColumns(Holding holding, String table, String filled, String cleared) {
        String owned = "tenant_id = $1 and (" + filled + ")";
        this.holding = holding;
        this.clear = "update %1$s set %2$s where id = any(array(select id from %1$s where %3$s limit %4$d))"
                .formatted(table, cleared, owned, BATCH);
        this.filled = OwnedRows.of(table, owned);
    }

    /**
     * Those of a tenant's rows.
     *
     * @param holding what it is called, with the one table that it is in
     * @param filled the condition of the rows that still hold something
     * @param cleared what the columns are set to
     */
    public static DataHolder of(Holding holding, String filled, String cleared) {
        return new ClearedColumns(holding, holding.tables().iterator().next(), filled, cleared);
    }

    @Override
    public Holding holding() {
        return holding;
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return work.execute(clear, tenant)
                .chain(cleared -> filled.left(work, tenant).map(left -> HoldingProgress.of(left, cleared)));
    }
}
