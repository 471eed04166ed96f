package io.skyholm.compute.notice;

import static io.skyholm.compute.notice.SampleNotice.BETWEEN;
import static io.skyholm.compute.notice.SampleNotice.GONE;
import static io.skyholm.compute.notice.SampleNotice.HERE;
import static io.skyholm.compute.notice.SampleNotice.LEAVING;
import static io.skyholm.compute.notice.SampleNotice.NOW;
import static io.skyholm.compute.notice.SampleNotice.START;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.ANNOUNCED;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.CANCELLED;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.CHOSEN;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.ENDED;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.MOVED;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.MOVING;
import static io.skyholm.events.compute.MaintenanceNoticeStatus.UNDERWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.compute.maintenance.WindowStatus;
import io.skyholm.compute.maintenance.WindowView;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a notice follows its window and its instance. */
class NoticeTest {

    private static final Instant SLOT = START.minusSeconds(600);

    @Test
    void nothingIsNewsWhileNothingHappens() {
        WindowView window = SampleNotice.window();
        Notice notice = SampleNotice.notice(window);
        assertThat(notice.follow(window, HERE)).isFalse();
        assertThat(notice.status).isEqualTo(ANNOUNCED);
    }

    @Test
    void instanceThatMovesIsMovedOnceItsMoveIsOver() {
        WindowView window = SampleNotice.window();
        Notice notice = SampleNotice.notice(window, SLOT);
        assertThat(notice.follow(window, LEAVING)).isTrue();
        assertThat(notice.status).isEqualTo(MOVING);
        assertThat(notice.operationId).isEqualTo(LEAVING.move());
        notice.follow(window, BETWEEN);
        assertThat(notice.status).isEqualTo(MOVING);
        notice.follow(window, GONE);
        assertThat(notice.status).isEqualTo(MOVED);
        assertThat(notice.isOpen()).isFalse();
    }

    @Test
    void slotIsUsedOnceEvenIfTheMoveFailed() {
        WindowView window = SampleNotice.window();
        Notice notice = SampleNotice.notice(window, SLOT);
        assertThat(notice.isDue(SLOT.minusMillis(1))).isFalse();
        assertThat(notice.isDue(SLOT)).isTrue();
        notice.moves(UUID.randomUUID());
        notice.follow(window, HERE);
        assertThat(notice.status).isEqualTo(ANNOUNCED);
        assertThat(notice.moveAt).isNull();
        assertThat(notice.isDue(SLOT.plusSeconds(60))).isFalse();
    }

    @Test
    void slotThatTheWindowOvertakesIsLost() {
        WindowView window = SampleNotice.window();
        Notice notice = SampleNotice.notice(window, SLOT);
        WindowView earlier = SampleNotice.window(SLOT.minusSeconds(60), START);
        assertThat(notice.follow(earlier, HERE)).isTrue();
        assertThat(notice.status).isEqualTo(ANNOUNCED);
        assertThat(notice.startsAt).isEqualTo(earlier.startsAt());
    }

    @Test
    void whoIsStillThereWhenItBeginsIsUnderwayUntilItEnds() {
        WindowView window = SampleNotice.window();
        Notice notice = SampleNotice.notice(window, SLOT);
        notice.follow(SampleNotice.window(WindowStatus.UNDERWAY), HERE);
        assertThat(notice.status).isEqualTo(UNDERWAY);
        assertThat(notice.moveAt).isNull();
        notice.follow(SampleNotice.window(WindowStatus.ENDED), HERE);
        assertThat(notice.status).isEqualTo(ENDED);
    }

    @Test
    void whatIsCalledOffIsSoForWhoIsMovingToo() {
        WindowView window = SampleNotice.window();
        Notice there = SampleNotice.notice(window);
        Notice leaving = SampleNotice.notice(window);
        WindowView cancelled = SampleNotice.window(WindowStatus.CANCELLED);
        there.follow(cancelled, HERE);
        leaving.follow(cancelled, LEAVING);
        assertThat(there.status).isEqualTo(CANCELLED);
        assertThat(leaving.status).isEqualTo(CANCELLED);
    }

    @Test
    void timeIsChosenBetweenNowAndTheBeginningOnly() {
        WindowView window = SampleNotice.window();
        assertThat(SampleNotice.notice(window, NOW).status).isEqualTo(CHOSEN);
        assertThatThrownBy(() -> SampleNotice.notice(window, START)).hasMessageStartingWith("moveAt");
        assertThatThrownBy(() -> SampleNotice.notice(window, NOW.minusMillis(1)))
                .hasMessageStartingWith("moveAt");
        WindowView begun = SampleNotice.window(WindowStatus.UNDERWAY);
        assertThatThrownBy(() -> SampleNotice.notice(begun, NOW)).hasMessageContaining("UNDERWAY");
    }
}
