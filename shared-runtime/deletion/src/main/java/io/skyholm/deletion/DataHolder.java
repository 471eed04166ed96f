package io.skyholm.deletion;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * Deletes one kind of data that a service holds of tenants or users. A room has a bean of this type beside its use cases; plain
 * rows need none, see {@link Rows}.
 */
public interface DataHolder {

    /** What it holds. */
    Holding holding();

    /**
     * Deletes a bounded part of what is held of that tenant or user, in the transaction, and counts what is left. It is called
     * until nothing is, again after any crash, and once more when all else is gone.
     */
    Uni<Emptied> empty(Work work, UUID owner);
}
