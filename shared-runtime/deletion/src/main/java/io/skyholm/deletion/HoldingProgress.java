package io.skyholm.deletion;

import io.skyholm.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What one step with a holding came to.
 *
 * @param left how much is still there
 * @param deleted how much this step has deleted, or has begun to delete
 * @param waitsFor why the rest is not deleted yet; absent where the next step goes on with it
 */
public record HoldingProgress(
        long left, long deleted, @Nullable String waitsFor) {

    private static final long UNCOUNTED = -1;

    /** So much was deleted, and the next step goes on with the rest. */
    public static HoldingProgress of(long left, long deleted) {
        return new HoldingProgress(left, deleted, null);
    }

    /** The rest cannot be deleted before something else has happened. */
    public HoldingProgress waitingFor(String what) {
        return left == 0 ? this : new HoldingProgress(left, deleted, what);
    }

    /** Says no more of a failure than is the same each time: a message with ids in it would make each round news. */
    static HoldingProgress failed(Throwable failure) {
        String reason = failure instanceof Problem problem
                ? problem.code()
                : failure.getClass().getName();
        return new HoldingProgress(UNCOUNTED, 0, "it failed: " + reason);
    }

    /** How much is still there, if it was that much before: a step that failed has counted nothing. */
    long leftOf(long before) {
        return left == UNCOUNTED ? before : left;
    }

    boolean isDone() {
        return left == 0;
    }
}
