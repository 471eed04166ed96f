package io.skyholm.deletion;

import org.jspecify.annotations.Nullable;

/**
 * What one step with a holding came to.
 *
 * @param left how much is still there
 * @param deleted how much this step has deleted, or has begun to delete
 * @param waitsFor why the rest is not deleted yet; absent where the next step goes on with it
 */
public record Emptied(long left, long deleted, @Nullable String waitsFor) {

    private static final int LONGEST_REASON = 200;

    /** So much was deleted, and the next step goes on with the rest. */
    public static Emptied of(long left, long deleted) {
        return new Emptied(left, deleted, null);
    }

    /** The rest cannot be deleted before something else has happened. */
    public Emptied waitingFor(String what) {
        return left == 0 ? this : new Emptied(left, deleted, what);
    }

    static Emptied failed(Throwable failure) {
        String text = "it failed: " + failure;
        return new Emptied(1, 0, text.substring(0, Math.min(text.length(), LONGEST_REASON)));
    }

    boolean isDone() {
        return left == 0;
    }
}
