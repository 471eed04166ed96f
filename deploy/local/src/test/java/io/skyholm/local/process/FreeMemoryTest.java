package io.skyholm.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreeMemoryTest {
    @Test
    void whatIsAvailableIsReadFromTheKernelsTable() {
        assertThat(FreeMemory.availableMiB(Stream.of("MemTotal: 9000000 kB", "MemAvailable:    2097152 kB")))
                .isEqualTo(2048);
    }

    @Test
    void aSystemThatDoesNotSayHasEnough() {
        assertThat(FreeMemory.availableMiB(Stream.of("MemTotal: 1 kB"))).isGreaterThan(1L << 40);
    }
}
