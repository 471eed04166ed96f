package io.skyholm.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The ids of a wallet's transactions are in their order. */
class LedgerOrderTest {

    private static final UUID EARLY = UUID.fromString("01978d20-0000-7a10-8a01-000000000b03");
    private static final UUID LATE = UUID.fromString("f1978d20-0000-7a10-8a01-000000000b03");

    @Test
    void laterIdIsTakenAsItIs() {
        assertThat(LedgerOrder.after(null, EARLY)).isEqualTo(EARLY);
        assertThat(LedgerOrder.after(EARLY, LATE)).as("compared without signs").isEqualTo(LATE);
    }

    @Test
    void earlierIdGivesWayToTheOneThatFollowsTheLast() {
        assertThat(LedgerOrder.after(LATE, EARLY)).hasToString("f1978d20-0000-7a10-8a01-000000000b04");
        assertThat(LedgerOrder.after(EARLY, EARLY)).hasToString("01978d20-0000-7a10-8a01-000000000b04");
        UUID full = UUID.fromString("01978d20-0000-7a10-bfff-ffffffffffff");
        assertThat(LedgerOrder.after(full, EARLY)).hasToString("01978d20-0000-7a11-8000-000000000000");
    }
}
