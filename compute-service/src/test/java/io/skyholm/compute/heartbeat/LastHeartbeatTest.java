package io.skyholm.compute.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.machine.HealthStatus;
import io.skyholm.compute.machine.MachineLiveness.LastHeartbeat;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.Observed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a heartbeat says of its host. */
class LastHeartbeatTest {

    private static final UUID HOST = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    @Test
    void onlyTheLastHeartbeatOfAHostCounts() {
        assertThat(LastHeartbeats.in(List.of(
                        beat(true, List.of()),
                        new Observed(HOST, NOW, List.of()),
                        beat(false, List.of("disk is slow")),
                        beat(false, List.of()))))
                .containsExactly(new LastHeartbeat(HOST, HealthStatus.HEALTHY, "1.0", NOW));
    }

    @Test
    void anOlderHeartbeatBehindANewerOneDoesNotCount() {
        Heartbeat older = new Heartbeat(HOST, NOW.minusSeconds(10), "0.9", 1, 2, 3, true, List.of());
        assertThat(LastHeartbeats.in(List.of(beat(false, List.of()), older)))
                .extracting(LastHeartbeat::agentVersion)
                .containsExactly("1.0");
    }

    @Test
    void warningsAndWorseShowInItsHealth() {
        assertThat(LastHeartbeats.in(List.of(beat(false, List.of("disk is slow")))))
                .extracting(LastHeartbeat::health)
                .containsExactly(HealthStatus.WARNING);
        assertThat(LastHeartbeats.in(List.of(beat(true, List.of()))))
                .extracting(LastHeartbeat::health)
                .containsExactly(HealthStatus.CRITICAL);
    }

    private static Heartbeat beat(boolean critical, List<String> warnings) {
        return new Heartbeat(HOST, NOW, "1.0", 1, 2, 3, critical, warnings);
    }
}
