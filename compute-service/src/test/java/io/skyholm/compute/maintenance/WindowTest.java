package io.skyholm.compute.maintenance;

import static io.skyholm.compute.maintenance.Planned.NOW;
import static io.skyholm.compute.maintenance.Planned.START;
import static io.skyholm.events.compute.MachineStatus.ACTIVE;
import static io.skyholm.events.compute.MachineStatus.DECOMMISSIONING;
import static io.skyholm.events.compute.MachineStatus.DELETED;
import static io.skyholm.events.compute.MachineStatus.MAINTENANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a window while time passes and its machine changes. */
class WindowTest {

    @Test
    void windowBeginsAtItsTimeAndNotBefore() {
        Window window = Planned.window();
        assertThat(window.next(ACTIVE, START.minusMillis(1))).isEqualTo(WindowStatus.PLANNED);
        assertThat(window.next(ACTIVE, START)).isEqualTo(WindowStatus.UNDERWAY);
        assertThat(window.next(MAINTENANCE, NOW)).isEqualTo(WindowStatus.PLANNED);
    }

    @Test
    void windowLastsUntilItsMachineIsPutBackWhateverWasPlanned() {
        Window window = Planned.begun();
        Instant muchLater = window.endsAt.plus(Duration.ofDays(9));
        assertThat(window.next(MAINTENANCE, muchLater)).isEqualTo(WindowStatus.UNDERWAY);
        assertThat(window.next(DECOMMISSIONING, muchLater)).isEqualTo(WindowStatus.UNDERWAY);
        assertThat(window.next(ACTIVE, START)).isEqualTo(WindowStatus.ENDED);
    }

    @Test
    void windowOfAMachineThatIsGoneEnds() {
        assertThat(Planned.window().next(DELETED, NOW)).isEqualTo(WindowStatus.ENDED);
        assertThat(Planned.begun().next(DELETED, START)).isEqualTo(WindowStatus.ENDED);
    }

    @Test
    void windowThatWasCalledOffStaysSo() {
        Window window = Planned.window();
        window.become(WindowStatus.CANCELLED, null, NOW);
        assertThat(window.isOpen()).isFalse();
        assertThat(window.next(MAINTENANCE, START)).isEqualTo(WindowStatus.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 60, startsAt",
        "-5, 60, startsAt",
        "31708800, 31708860, startsAt",
        "60, 60, endsAt",
        "60, 30, endsAt"
    })
    void spanThatCannotBePlannedIsRefusedByName(long startsIn, long endsIn, String field) {
        MaintenancePeriod span = new MaintenancePeriod(NOW.plusSeconds(startsIn), NOW.plusSeconds(endsIn));
        assertThatThrownBy(() -> span.checked(NOW)).hasMessageStartingWith(field);
    }
}
