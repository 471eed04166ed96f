package io.skyholm.storage.orphan;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long something may be asked to have been unused. */
class UnusedStorageFilterTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 365})
    void daysOfAYearCanBeAskedFor(int days) {
        assertThat(new UnusedStorageFilter(null, null, null, days).minDays()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 366, Integer.MAX_VALUE})
    void otherDaysAreRefused(int days) {
        Refused.forField("minDays", () -> new UnusedStorageFilter(null, null, null, days));
    }

    @Test
    void withoutDaysEverythingUnusedIsWanted() {
        assertThat(new UnusedStorageFilter(null, null, null, null).minDays()).isNull();
    }
}
