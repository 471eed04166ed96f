package io.skyholm.compute.maintenance;

import static io.skyholm.compute.maintenance.Planned.BETWEEN;
import static io.skyholm.compute.maintenance.Planned.GONE;
import static io.skyholm.compute.maintenance.Planned.HERE;
import static io.skyholm.compute.maintenance.Planned.LEAVING;
import static io.skyholm.compute.maintenance.Planned.NOW;
import static io.skyholm.compute.maintenance.Planned.START;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.ANNOUNCED;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.CANCELLED;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.CHOSEN;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.ENDED;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.MOVED;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.MOVING;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.UNDERWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a notice follows its window and its instance. */
class NoticeTest {

    private static final Instant SLOT = START.minusSeconds(600);

    @Test
    void nothingIsNewsWhileNothingHappens() {
        Window window = Planned.window();
        Notice notice = Planned.notice(window);
        assertThat(notice.follow(window, HERE, NOW)).isFalse();
        assertThat(notice.status).isEqualTo(ANNOUNCED);
    }

    @Test
    void instanceThatMovesIsMovedOnceItsMoveIsOver() {
        Window window = Planned.window();
        Notice notice = Planned.notice(window, SLOT);
        assertThat(notice.follow(window, LEAVING, SLOT)).isTrue();
        assertThat(notice.status).isEqualTo(MOVING);
        assertThat(notice.operationId).isEqualTo(LEAVING.move());
        notice.follow(window, BETWEEN, SLOT);
        assertThat(notice.status).isEqualTo(MOVING);
        notice.follow(window, GONE, SLOT);
        assertThat(notice.status).isEqualTo(MOVED);
        assertThat(notice.isOpen()).isFalse();
    }

    @Test
    void slotIsUsedOnceEvenIfTheMoveFailed() {
        Window window = Planned.window();
        Notice notice = Planned.notice(window, SLOT);
        assertThat(notice.isDue(SLOT.minusMillis(1))).isFalse();
        assertThat(notice.isDue(SLOT)).isTrue();
        notice.moves(UUID.randomUUID());
        notice.follow(window, HERE, SLOT.plusSeconds(60));
        assertThat(notice.status).isEqualTo(ANNOUNCED);
        assertThat(notice.moveAt).isNull();
        assertThat(notice.isDue(SLOT.plusSeconds(60))).isFalse();
    }

    @Test
    void slotThatTheWindowOvertakesIsLost() {
        Window window = Planned.window();
        Notice notice = Planned.notice(window, SLOT);
        window.reschedule(new MaintenancePeriod(SLOT.minusSeconds(60), START));
        assertThat(notice.follow(window, HERE, NOW)).isTrue();
        assertThat(notice.status).isEqualTo(ANNOUNCED);
        assertThat(notice.startsAt).isEqualTo(window.startsAt);
    }

    @Test
    void whoIsStillThereWhenItBeginsIsUnderwayUntilItEnds() {
        Window window = Planned.window();
        Notice notice = Planned.notice(window, SLOT);
        window.become(WindowStatus.UNDERWAY, START);
        notice.follow(window, HERE, START);
        assertThat(notice.status).isEqualTo(UNDERWAY);
        assertThat(notice.moveAt).isNull();
        window.become(WindowStatus.ENDED, START);
        notice.follow(window, HERE, START);
        assertThat(notice.status).isEqualTo(ENDED);
    }

    @Test
    void whatIsCalledOffIsSoForWhoIsMovingToo() {
        Window window = Planned.window();
        Notice there = Planned.notice(window);
        Notice leaving = Planned.notice(window);
        window.become(WindowStatus.CANCELLED, NOW);
        there.follow(window, HERE, NOW);
        leaving.follow(window, LEAVING, NOW);
        assertThat(there.status).isEqualTo(CANCELLED);
        assertThat(leaving.status).isEqualTo(CANCELLED);
    }

    @Test
    void timeIsChosenBetweenNowAndTheBeginningOnly() {
        Window window = Planned.window();
        assertThat(Planned.notice(window, NOW).status).isEqualTo(CHOSEN);
        assertThatThrownBy(() -> Planned.notice(window, START)).hasMessageStartingWith("moveAt");
        assertThatThrownBy(() -> Planned.notice(window, NOW.minusMillis(1))).hasMessageStartingWith("moveAt");
        Window begun = Planned.begun();
        assertThatThrownBy(() -> Planned.notice(begun, NOW)).hasMessageContaining("UNDERWAY");
    }
}
