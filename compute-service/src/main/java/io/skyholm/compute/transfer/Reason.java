package io.skyholm.compute.transfer;

import org.jspecify.annotations.Nullable;

/** Why an instance does not go, in words for each of the two tenants: neither reads what concerns the other alone. */
record Reason(@Nullable String giver, @Nullable String receiver) {

    private static final String NOT_READY = "Whoever offered it has to make it ready first; ask them, and try again";
    private static final String NOT_TAKEN = "The other tenant cannot take it now";

    /** The same for both. */
    static Reason ofBoth(String why) {
        return new Reason(why, why);
    }

    /** What whoever offers it can mend. */
    static Reason ofGiver(String why) {
        return new Reason(why, NOT_READY);
    }

    /** What whoever has accepted it can mend. */
    static Reason ofReceiver(String why) {
        return new Reason(NOT_TAKEN, why);
    }
}
