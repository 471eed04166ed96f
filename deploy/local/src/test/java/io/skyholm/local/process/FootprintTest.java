package io.skyholm.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FootprintTest {
    @Test
    void sharedPagesCountInShares() {
        Stream<String> rollup = Stream.of("Rss:  2048 kB", "Pss:  1024 kB", "Pss_Anon:  512 kB", "Shared_Clean: 1 kB");

        assertThat(Footprint.proportional(rollup)).isEqualTo(1024);
    }

    @Test
    void footprintsAddUp() {
        Footprint sum = new Footprint(2048, Duration.ofSeconds(1)).plus(new Footprint(1024, Duration.ofSeconds(2)));

        assertThat(sum).isEqualTo(new Footprint(3072, Duration.ofSeconds(3)));
        assertThat(sum.memoryMiB()).isEqualTo(3);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessHasOne() {
        assertThat(Footprint.of(ProcessHandle.current()).memoryMiB()).isPositive();
    }
}
