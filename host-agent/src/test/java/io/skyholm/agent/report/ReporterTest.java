package io.skyholm.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a host tells of all that it has. */
class ReporterTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    private final List<HostReport> told = new ArrayList<>();
    private final Reporter reporter = new Reporter(UUID.randomUUID(), told::add, Clock.systemUTC());

    @Test
    void eachPartOfALargeInventorySaysHowMuchOfEachKindThereIsInAll() {
        List<Observation> things = Stream.concat(
                        Stream.generate(() -> thing(DesiredDisk.KIND, ThingState.RUNNING))
                                .limit(1200),
                        Stream.generate(() -> thing(DesiredVm.KIND, ThingState.ABSENT))
                                .limit(3))
                .toList();
        reporter.inventory(things);
        assertThat(told).hasSize(3).allSatisfy(report -> {
            assertThat(((Inventory) report).counts())
                    .containsOnlyKeys(DesiredDisk.KIND)
                    .containsValue(1200);
            assertThat(((Inventory) report).showsNo(DesiredVm.KIND)).isTrue();
            assertThat(((Inventory) report).showsNo(DesiredDisk.KIND)).isFalse();
        });
        assertThat(told.stream().flatMap(report -> report.things().stream())).containsExactlyElementsOf(things);
    }

    @Test
    void anEmptyHostSaysSoInOnePart() {
        reporter.inventory(List.of());
        assertThat(told).singleElement().satisfies(report -> assertThat(((Inventory) report).counts())
                .isEmpty());
    }

    private static Observation thing(ThingKind kind, ThingState state) {
        return new Observation(kind, UUID.randomUUID(), 1, state, true, 0, 0, null, NOW);
    }
}
