package io.skyholm.support.ticket;

import static io.skyholm.events.support.TicketStatus.CLOSED;
import static io.skyholm.events.support.TicketStatus.DELETED;
import static io.skyholm.events.support.TicketStatus.IN_PROGRESS;
import static io.skyholm.events.support.TicketStatus.OPEN;
import static io.skyholm.events.support.TicketStatus.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.support.TicketEvents;
import io.skyholm.events.support.TicketStatus;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketMovesTest {

    /** As the guide says it. */
    private static final Map<TicketStatus, Set<TicketStatus>> GUIDE = Map.of(
            OPEN, Set.of(IN_PROGRESS, RESOLVED, CLOSED),
            IN_PROGRESS, Set.of(OPEN, RESOLVED, CLOSED),
            RESOLVED, Set.of(OPEN, IN_PROGRESS, CLOSED),
            CLOSED, Set.of(OPEN),
            DELETED, Set.of());

    @ParameterizedTest
    @EnumSource
    void onlyTheMovesOfTheGuideAreMade(TicketStatus from) {
        for (TicketStatus to : TicketStatus.values()) {
            if (GUIDE.getOrDefault(from, Set.of()).contains(to)) {
                assertThatCode(() -> TicketMoves.check(from, to)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> TicketMoves.check(from, to)).hasMessageContaining("cannot become " + to);
            }
        }
    }

    @Test
    void ofTwoThingsAtOnceTheMoveIsTold() {
        assertThat(TicketMoves.event(OPEN, OPEN, true)).isEqualTo(TicketEvents.ASSIGNED);
        assertThat(TicketMoves.event(OPEN, OPEN, false)).isEqualTo(TicketEvents.CHANGED);
        assertThat(TicketMoves.event(OPEN, IN_PROGRESS, true)).isEqualTo(TicketEvents.CHANGED);
        assertThat(TicketMoves.event(OPEN, RESOLVED, true)).isEqualTo(TicketEvents.RESOLVED);
        assertThat(TicketMoves.event(RESOLVED, CLOSED, false)).isEqualTo(TicketEvents.CLOSED);
        assertThat(TicketMoves.event(CLOSED, OPEN, false)).isEqualTo(TicketEvents.REOPENED);
    }
}
