package io.skyholm.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of what there is of an instance. */
class FoundTest {

    private static Problem full() {
        return Problem.of(ProblemKind.SHORT_OF, "QUOTA_EXCEEDED", "There is no room");
    }

    @Test
    void itIsCountedByTheNamesThatQuotasHaveAndNothingIsLeftOut() {
        Found found = Found.of(Map.of(CountedKind.ADDRESSES, 2L, CountedKind.DATA_DISKS, 0L));
        assertThat(found.counts()).isEqualTo(Map.of("addresses", 2L));
        assertThat(found.isRefused()).isFalse();
    }

    @Test
    void whoseBusinessARefusalIsIsSaid() {
        Found found = Found.of(Map.of(CountedKind.ADDRESSES, 2L));
        assertThat(found.withoutRoom(full())).isEqualTo(new Found(Map.of("addresses", 2L), "There is no room", true));
        assertThat(Found.refused(full())).isEqualTo(new Found(Map.of(), "There is no room", false));
    }
}
