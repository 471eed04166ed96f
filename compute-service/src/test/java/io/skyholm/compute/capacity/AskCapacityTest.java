package io.skyholm.compute.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.size.RequestedSize;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which size somebody asks how much room there is. */
class AskCapacityTest {

    @Test
    void whatIsLeftOutIsTheSmallestThereIs() {
        assertThat(ask(null, 4, null, null, null).size()).isEqualTo(new RequestedSize(null, null, null, 4, 1, 1, null));
    }

    @Test
    void planSaysTheWholeSize() {
        UUID plan = UUID.randomUUID();
        assertThat(ask(plan, null, null, null, null).size())
                .isEqualTo(new RequestedSize(plan, null, null, null, null, null, null));
    }

    /** Whoever looks it up then refuses it, by the plan's name. */
    @Test
    void sizeBesideAPlanIsHandedOn() {
        UUID plan = UUID.randomUUID();
        assertThat(ask(plan, 4, null, null, null).size())
                .isEqualTo(new RequestedSize(plan, null, null, 4, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 0, cpuCores", "1, 0, 1, 0, memoryGb", "1, 1, -1, 0, storageGb", "1, 1, 1, -1, gpuCount"})
    void impossibleSizeIsRefusedByItsField(int cpu, int memory, int storage, int gpu, String field) {
        Refused.forField(field, () -> ask(null, cpu, memory, storage, gpu));
    }

    private static AskCapacity ask(
            @Nullable UUID plan,
            @Nullable Integer cpuCores,
            @Nullable Integer memoryGb,
            @Nullable Integer storageGb,
            @Nullable Integer gpuCount) {
        return new AskCapacity(null, null, plan, cpuCores, memoryGb, storageGb, gpuCount, null);
    }
}
