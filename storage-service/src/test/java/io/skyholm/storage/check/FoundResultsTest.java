package io.skyholm.storage.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.CheckResult;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.host.HostText;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read of reports. */
class FoundResultsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final UUID disk = UUID.randomUUID();
    private final UUID host = UUID.randomUUID();

    @Test
    void eachRunIsTakenOnceAndWhatIsNoResultNotAtAll() {
        CheckResult sound = new CheckResult(CheckOutcome.SOUND, List.of());
        CheckResult damaged = new CheckResult(CheckOutcome.DAMAGED, List.of("It is too short", "Restore a backup"));
        FoundResults found = FoundResults.in(List.of(
                new Observed(host, NOW, List.of(seen(DesiredDiskCheck.KIND, 1, sound))),
                new Observed(
                        host,
                        NOW,
                        List.of(
                                seen(DesiredDiskCheck.KIND, 1, sound),
                                seen(DesiredDiskCheck.KIND, 2, damaged),
                                seen(DesiredDiskCheck.KIND, 3, null),
                                seen(DesiredDisk.KIND, 4, sound)))));
        assertThat(found.columns())
                .containsExactly(
                        new UUID[] {disk, disk},
                        new UUID[] {host, host},
                        new Long[] {1L, 2L},
                        new String[] {"SOUND", "DAMAGED"},
                        new String[] {"", "It is too short\nRestore a backup"});
    }

    @Test
    void aFindingIsOneLineHoweverAHostWritesIt() {
        CheckResult odd = new CheckResult(
                CheckOutcome.DAMAGED, List.of("  It is\ntoo\tshort ", "\n", "x".repeat(3 * HostText.LONGEST)));
        FoundResults found =
                FoundResults.in(List.of(new Observed(host, NOW, List.of(seen(DesiredDiskCheck.KIND, 1, odd)))));
        assertThat(found.columns()[4]).isEqualTo(new String[] {"It is too short\n" + "x".repeat(HostText.LONGEST)});
        assertThat(FoundResults.in(List.of()).isEmpty()).isTrue();
    }

    private Observation seen(ThingKind kind, long run, @Nullable CheckResult result) {
        return new Observation(kind, disk, 1, ThingState.RUNNING, true, 0, run, null, NOW, null, null, result, null);
    }
}
