package io.skyholm.events.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an inventory proves, and what one of an older agent does. */
class InventoryTest {

    private static final UUID HOST = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final ThingKind PORT = new ThingKind("PORT");

    @ParameterizedTest
    @CsvSource({
        "VM, RUNNING, 1, , false",
        "VM, ABSENT, 1, , true",
        "PORT, RUNNING, 1, , true",
        "PORT, RUNNING, 2, , false",
        "PORT, RUNNING, 2, 0, true",
        "PORT, RUNNING, 2, 1, false",
        "PORT, RUNNING, 1, 1, false",
        "VM, ABSENT, 2, 0, true",
        "VM, RUNNING, 2, 0, false",
        "VM, FAILED, 1, 0, false"
    })
    void itShowsNoMachineWhenNoneIsInItAndNoneIsCountedOrCanBeInAnotherPart(
            ThingKind kind, ThingState state, int parts, @Nullable Integer machines, boolean shows) {
        Map<ThingKind, Integer> counts = machines == null ? null : Map.of(PORT, 600, DesiredVm.KIND, machines);
        assertThat(of(parts, counts, thing(kind, state)).showsNo(DesiredVm.KIND))
                .isEqualTo(shows);
    }

    @Test
    void whatIsNotCountedIsNotThere() {
        assertThat(of(2, Map.of(PORT, 600)).showsNo(DesiredVm.KIND)).isTrue();
        assertThat(of(2, Map.of(PORT, 600)).showsNo(PORT)).isFalse();
    }

    @Test
    void itIsReadAsItIsWrittenAndWithoutCountsToo() {
        Inventory counted = of(2, Map.of(PORT, 600), thing(PORT, ThingState.RUNNING));
        Inventory uncounted = new Inventory(HOST, NOW, 1, 1, List.of());
        assertThat(EventJson.write(counted))
                .contains("\"counts\":{\"PORT\":600}")
                .doesNotContain("exists");
        assertThat(EventJson.write(uncounted)).doesNotContain("counts");
        assertThat(List.of(counted, uncounted))
                .allSatisfy(one -> assertThat(EventJson.read(EventJson.write(one), HostReport.class))
                        .isEqualTo(one));
    }

    @ParameterizedTest
    @CsvSource({"-1", "null", "many"})
    void whatIsNoCountIsRefused(String count) {
        String text = EventJson.write(of(1, Map.of(PORT, 600))).replace("600", count);
        assertThatThrownBy(() -> EventJson.read(text, HostReport.class)).isInstanceOf(MalformedEventException.class);
    }

    private static Inventory of(int parts, @Nullable Map<ThingKind, Integer> counts, Observation... things) {
        return new Inventory(HOST, NOW, 1, parts, counts, List.of(things));
    }

    private static Observation thing(ThingKind kind, ThingState state) {
        return new Observation(kind, UUID.randomUUID(), 1, state, true, 0, 0, null, NOW);
    }
}
