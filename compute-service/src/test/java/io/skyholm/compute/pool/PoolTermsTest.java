package io.skyholm.compute.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How much may be promised of what is there. */
class PoolTermsTest {

    @Test
    void whatIsPromisedIsWhatIsThereTimesTheRatioRoundedDown() {
        PoolTerms terms = terms("4", "1", "0.75");
        assertThat(terms.cpuCapacity(16)).isEqualTo(64);
        assertThat(terms.memoryCapacity(63)).isEqualTo(63);
        assertThat(terms.storageCapacity(1001)).isEqualTo(750);
    }

    @Test
    void theLargestMachineAndTheLargestRatioFit() {
        assertThat(terms("1", "1", "100").storageCapacity(10_000_000)).isEqualTo(1_000_000_000);
    }

    private static PoolTerms terms(String cpu, String memory, String storage) {
        return new PoolTerms(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new BigDecimal(cpu),
                new BigDecimal(memory),
                new BigDecimal(storage));
    }
}
