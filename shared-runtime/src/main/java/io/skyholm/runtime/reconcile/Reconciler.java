package io.skyholm.runtime.reconcile;

import io.skyholm.runtime.tenant.Cause;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * Walks rows of one kind from what they are to what they should be. A step takes no input but the row: it may be run at
 * any time, any number of times, and after any crash.
 */
public interface Reconciler {

    /** The kind of row, as the queue names it. */
    String kind();

    /**
     * Makes one step with the row and says when to look at it again.
     *
     * @param cause of the step's transactions: what they tell belongs to the request that had the row woken
     */
    Uni<Next> step(UUID id, Cause cause);

    /**
     * A select of the ids of all rows that are not at rest: what no wake-up reached is found by it. None unless a reconciler says
     * otherwise: where a task is made in the transaction that makes its work, and rows do not show that it is needed.
     */
    default String unrested() {
        return "select null::uuid as id where false";
    }
}
