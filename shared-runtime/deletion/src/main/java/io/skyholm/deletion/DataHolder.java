package io.skyholm.deletion;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Deletes one kind of data that a service holds of tenants or users. The use cases of a room produce a bean of this type, most as
 * {@link OwnedAggregates}; plain rows and columns need none, see {@link Rows} and {@link ClearedColumns}.
 */
public interface DataHolder {

    /** What it holds. */
    Holding holding();

    /**
     * Deletes a bounded part of what is held of that tenant or user, in the transaction, and counts what is left. It is called
     * until nothing is, again after any crash, and once more when all else is gone.
     */
    Uni<HoldingProgress> empty(Work work, UUID owner);

    /** One that empties it so. */
    static DataHolder of(Holding holding, BiFunction<Work, UUID, Uni<HoldingProgress>> empty) {
        return new DataHolder() {
            @Override
            public Holding holding() {
                return holding;
            }

            @Override
            public Uni<HoldingProgress> empty(Work work, UUID owner) {
                return empty.apply(work, owner);
            }
        };
    }
}
