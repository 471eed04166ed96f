package io.skyholm.agent.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How tenants take turns by what each of them has had. */
class CopyQueueTest {

    private static final UUID GREEDY = UUID.randomUUID();
    private static final UUID MODEST = UUID.randomUUID();

    private final CopyQueue turns = new CopyQueue();

    @Test
    void whoHasHadMoreIsLater() {
        turns.had(GREEDY, 100);
        turns.had(MODEST, 10);
        assertThat(turns.of(MODEST)).isLessThan(turns.of(GREEDY));
        turns.had(MODEST, 100);
        assertThat(turns.of(MODEST)).isGreaterThan(turns.of(GREEDY));
    }

    @Test
    void whoHasHadNothingForLongHasNotSavedUpTurns() {
        for (int day = 0; day < 10; day++) {
            turns.had(GREEDY, 100);
        }
        turns.had(MODEST, 100);
        assertThat(turns.of(MODEST)).isEqualTo(turns.of(GREEDY));
    }

    @Test
    void ofThousandsOfTenantsAFewAreRemembered() {
        for (int number = 0; number < 5000; number++) {
            turns.had(UUID.randomUUID(), 100);
        }
        assertThat(turns.known()).isEqualTo(1000);
        turns.had(GREEDY, 1);
        turns.had(GREEDY, 1000);
        turns.had(GREEDY, 1);
        assertThat(turns.known()).isEqualTo(1);
    }
}
