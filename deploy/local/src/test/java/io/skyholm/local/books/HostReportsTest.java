package io.skyholm.local.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HostReportsTest {
    private static final UUID HOST = UUID.randomUUID();
    private static final Instant EARLIER = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = EARLIER.plusSeconds(10);

    @Test
    void theNewestInventoryCounts() {
        List<Inventory> told = List.of(inventory(EARLIER, 1, 1), inventory(LATER, 1, 1));

        assertThat(HostReports.newest(told)).map(HostReports.Latest::at).contains(LATER);
    }

    @Test
    void anInventoryOfWhichPartsAreMissingDoesNotCount() {
        List<Inventory> told = List.of(inventory(EARLIER, 1, 1), inventory(LATER, 1, 2), inventory(LATER, 1, 2));

        assertThat(HostReports.newest(told)).map(HostReports.Latest::at).contains(EARLIER);
    }

    @Test
    void allPartsAreOneInventory() {
        List<Inventory> told = List.of(inventory(LATER, 2, 2), inventory(LATER, 1, 2));

        assertThat(HostReports.newest(told))
                .hasValueSatisfying(latest -> assertThat(latest.things()).hasSize(2));
    }

    private static Inventory inventory(Instant at, int part, int parts) {
        Observation thing =
                new Observation(DesiredVm.KIND, UUID.randomUUID(), 1, ThingState.RUNNING, true, 0, 0, null, at);
        return new Inventory(HOST, at, part, parts, List.of(thing));
    }
}
