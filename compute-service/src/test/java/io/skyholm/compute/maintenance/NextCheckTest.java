package io.skyholm.compute.maintenance;

import static io.skyholm.compute.maintenance.Planned.LEAVING;
import static io.skyholm.compute.maintenance.Planned.NOW;
import static io.skyholm.compute.maintenance.Planned.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.reconcile.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a window is looked at again. */
class NextCheckTest {

    @Test
    void whatIsFarAwayIsLookedAtEachMinute() {
        assertThat(next(Planned.window(), NOW)).isEqualTo(Next.in(NextCheck.LONGEST));
    }

    @Test
    void nextThingThatIsDueIsTheNextLook() {
        Window window = Planned.window();
        assertThat(next(window, START.minusSeconds(10))).isEqualTo(Next.in(Duration.ofSeconds(10)));
        Notice early = Planned.notice(window, NOW.plusSeconds(20));
        Notice earlier = Planned.notice(window, NOW.plusSeconds(7));
        assertThat(next(window, NOW, early, earlier)).isEqualTo(Next.in(Duration.ofSeconds(7)));
    }

    @Test
    void nobodyLooksMoreThanOnceASecond() {
        Window window = Planned.window();
        assertThat(next(window, START.minusMillis(3))).isEqualTo(Next.in(NextCheck.SHORTEST));
        assertThat(next(window, START.plusSeconds(3))).isEqualTo(Next.in(NextCheck.SHORTEST));
        assertThat(NextCheck.next(window, new NoticeUpdates.Told(List.of(), true), NOW))
                .isEqualTo(Next.in(NextCheck.SHORTEST));
    }

    @Test
    void whatMovesAndWhatCouldNotBeMovedIsLookedAtSoon() {
        Window window = Planned.window();
        Notice moving = Planned.notice(window);
        moving.follow(window, LEAVING, NOW);
        assertThat(next(window, NOW, moving)).isEqualTo(Next.in(NextCheck.WATCHING));
        Notice due = Planned.notice(window, NOW.plusSeconds(1));
        assertThat(next(window, NOW.plusSeconds(2), due)).isEqualTo(Next.in(NextCheck.TRYING_AGAIN));
    }

    @Test
    void whatIsOverRests() {
        Window window = Planned.window();
        window.become(WindowStatus.CANCELLED, NOW);
        assertThat(next(window, NOW)).isEqualTo(Next.DONE);
    }

    private static Next next(Window window, Instant now, Notice... open) {
        return NextCheck.next(window, new NoticeUpdates.Told(List.of(open), false), now);
    }
}
