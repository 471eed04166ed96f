package io.skyholm.compute.notice;

import static io.skyholm.compute.notice.SampleNotice.LEAVING;
import static io.skyholm.compute.notice.SampleNotice.NOW;
import static io.skyholm.compute.notice.SampleNotice.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.maintenance.WindowStatus;
import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.runtime.reconcile.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a window is looked at again. */
class NextCheckTest {

    @Test
    void whatIsFarAwayIsLookedAtEachMinute() {
        assertThat(next(SampleNotice.window(), NOW)).isEqualTo(Next.in(NextCheck.LONGEST));
    }

    @Test
    void nextThingThatIsDueIsTheNextLook() {
        WindowView window = SampleNotice.window();
        assertThat(next(window, START.minusSeconds(10))).isEqualTo(Next.in(Duration.ofSeconds(10)));
        Notice early = SampleNotice.notice(window, NOW.plusSeconds(20));
        Notice earlier = SampleNotice.notice(window, NOW.plusSeconds(7));
        assertThat(next(window, NOW, early, earlier)).isEqualTo(Next.in(Duration.ofSeconds(7)));
    }

    @Test
    void nobodyLooksMoreThanOnceASecond() {
        WindowView window = SampleNotice.window();
        assertThat(next(window, START.minusMillis(3))).isEqualTo(Next.in(NextCheck.SHORTEST));
        assertThat(next(window, START.plusSeconds(3))).isEqualTo(Next.in(NextCheck.SHORTEST));
        assertThat(NextCheck.next(window, new NoticeUpdates.Told(List.of(), true), NOW))
                .isEqualTo(Next.in(NextCheck.SHORTEST));
    }

    @Test
    void whatMovesAndWhatCouldNotBeMovedIsLookedAtSoon() {
        WindowView window = SampleNotice.window();
        Notice moving = SampleNotice.notice(window);
        moving.follow(window, LEAVING);
        assertThat(next(window, NOW, moving)).isEqualTo(Next.in(NextCheck.WATCHING));
        Notice due = SampleNotice.notice(window, NOW.plusSeconds(1));
        assertThat(next(window, NOW.plusSeconds(2), due)).isEqualTo(Next.in(NextCheck.TRYING_AGAIN));
    }

    @Test
    void whatIsOverRests() {
        assertThat(next(SampleNotice.window(WindowStatus.CANCELLED), NOW)).isEqualTo(Next.DONE);
    }

    private static Next next(WindowView window, Instant now, Notice... open) {
        return NextCheck.next(window, new NoticeUpdates.Told(List.of(open), false), now);
    }
}
