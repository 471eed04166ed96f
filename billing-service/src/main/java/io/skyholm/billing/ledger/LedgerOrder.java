package io.skyholm.billing.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order of a wallet's transactions is that of their ids; ids of one millisecond are otherwise in none. */
final class LedgerOrder {

    /** The random bits behind the variant of a UUID. */
    private static final long LAST_RANDOM = 0xBFFF_FFFF_FFFF_FFFFL;

    private static final long FIRST_RANDOM = 0x8000_0000_0000_0000L;

    private LedgerOrder() {}

    /** A fresh id, or the one that follows the last if that is later, as it may be by another replica's clock. */
    static UUID after(@Nullable UUID last, UUID fresh) {
        return last == null || isLater(fresh, last) ? fresh : following(last);
    }

    /** As the database compares them. */
    private static boolean isLater(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high > 0
                || (high == 0
                        && Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) > 0);
    }

    private static UUID following(UUID last) {
        long low = last.getLeastSignificantBits();
        return low == LAST_RANDOM
                ? new UUID(last.getMostSignificantBits() + 1, FIRST_RANDOM)
                : new UUID(last.getMostSignificantBits(), low + 1);
    }
}
