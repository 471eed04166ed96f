package io.skyholm.local.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void everyFileSaysWhatItComparesAndReadsSomething() {
        assertThat(Comparison.all()).hasSizeGreaterThan(20).allSatisfy(comparison -> {
            assertThat(comparison.what()).endsWith(".");
            assertThat(comparison.sql()).containsIgnoringCase("select");
        });
    }

    @Test
    void theTablesOfAComparisonAreThoseWithASchema() {
        Comparison comparison = Comparison.read("hosts-known.sql", """
                -- Every host that reports
                -- is a machine.
                select o.host_id from observed_inventory o left join compute.compute_machine m on true
                where o.name is distinct from m.name
                """);

        assertThat(comparison.name()).isEqualTo("hosts-known");
        assertThat(comparison.what()).isEqualTo("Every host that reports is a machine.");
        assertThat(comparison.tables()).containsExactly("compute.compute_machine");
    }

    @Test
    void aFileThatSaysNothingIsAMistake() {
        assertThatThrownBy(() -> Comparison.read("mute.sql", "select 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mute.sql");
    }
}
