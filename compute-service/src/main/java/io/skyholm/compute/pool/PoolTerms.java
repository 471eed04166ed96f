package io.skyholm.compute.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/** On what terms a pool takes machines: where they stand, and how much of each may be promised. */
public record PoolTerms(UUID id, UUID edgeDataCenterId, BigDecimal cpu, BigDecimal memory, BigDecimal storage) {

    /** How many cores may be promised where so many are. */
    public int cpuCapacity(int cores) {
        return promised(cores, cpu);
    }

    /** How much memory may be promised where so much is. */
    public int memoryCapacity(int memoryGb) {
        return promised(memoryGb, memory);
    }

    /** How much storage may be promised where so much is. */
    public int storageCapacity(int storageGb) {
        return promised(storageGb, storage);
    }

    private static int promised(int there, BigDecimal ratio) {
        return ratio.multiply(BigDecimal.valueOf(there))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }
}
