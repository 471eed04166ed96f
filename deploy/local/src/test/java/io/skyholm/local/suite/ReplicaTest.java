package io.skyholm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.LaunchProblem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicaTest {

    private final Suite suite = TestPlatform.with("postgres").suite();

    /** A second PostgreSQL on the same data refuses to start. */
    @Test
    void oneThatDoesNotComeUpIsReportedWithItsLog() {
        assertThatThrownBy(() -> Replica.start(suite, "postgres", "postgres-2", Map.of()))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContainingAll("postgres-2 did not come up", "postmaster.pid");

        assertThat(suite.part("postgres").part().isReady()).isTrue();
    }
}
