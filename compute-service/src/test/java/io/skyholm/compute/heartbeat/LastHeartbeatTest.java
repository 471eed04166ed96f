package io.skyholm.compute.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.machine.HealthStatus;
import io.skyholm.compute.machine.MachineLiveness.LastHeartbeat;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a heartbeat and an inventory say of their host. */
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

    @ParameterizedTest
    @CsvSource({"VM, RUNNING, 1, false", "VM, ABSENT, 1, true", "PORT, RUNNING, 1, true", "PORT, RUNNING, 2, false"})
    void hostIsEmptyWhenAWholeInventoryShowsNoMachine(ThingKind kind, ThingState state, int parts, boolean empty) {
        Observation thing = new Observation(kind, UUID.randomUUID(), 1, state, true, 0, 0, null, NOW);
        assertThat(LastHeartbeats.showsNoMachine(new Inventory(HOST, NOW, 1, parts, List.of(thing))))
                .isEqualTo(empty);
    }

    private static Heartbeat beat(boolean critical, List<String> warnings) {
        return new Heartbeat(HOST, NOW, "1.0", 1, 2, 3, critical, warnings);
    }
}
