package io.skyholm.events.billing;

/** What a tenant may do with the money that it has, from most to least. */
public enum StandingStage {
    /** Anything that its wallet carries. */
    ACTIVE,
    /** The same; somebody should look at the wallet. */
    WARNED,
    /** What runs goes on; nothing more is created or started. */
    RESTRICTED,
    /** What runs is stopped until this is over; nothing is deleted. */
    SUSPENDED;

    /** Whether nothing more may be created or started. */
    public boolean refusesNew() {
        return compareTo(RESTRICTED) >= 0;
    }
}
