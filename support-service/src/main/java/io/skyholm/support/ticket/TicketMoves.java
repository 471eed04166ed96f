package io.skyholm.support.ticket;

import static io.skyholm.events.support.TicketStatus.CLOSED;
import static io.skyholm.events.support.TicketStatus.DELETED;
import static io.skyholm.events.support.TicketStatus.IN_PROGRESS;
import static io.skyholm.events.support.TicketStatus.OPEN;
import static io.skyholm.events.support.TicketStatus.RESOLVED;

import io.skyholm.events.EventType;
import io.skyholm.events.support.TicketEvents;
import io.skyholm.events.support.TicketFact;
import io.skyholm.events.support.TicketStatus;
import java.util.Map;
import java.util.Set;

/** From where to where a ticket may go, and what is told of it. */
final class TicketMoves {

    private static final Map<TicketStatus, Set<TicketStatus>> LEGAL = Map.of(
            OPEN, Set.of(IN_PROGRESS, RESOLVED, CLOSED),
            IN_PROGRESS, Set.of(OPEN, RESOLVED, CLOSED),
            RESOLVED, Set.of(OPEN, IN_PROGRESS, CLOSED),
            CLOSED, Set.of(OPEN),
            DELETED, Set.of());

    private TicketMoves() {}

    /** Refuses a move that there is not. */
    static void check(TicketStatus from, TicketStatus to) {
        if (!LEGAL.getOrDefault(from, Set.of()).contains(to)) {
            throw TicketProblems.noSuchMove(from, to);
        }
    }

    /** What happened to a ticket that went from one to the other, or stayed; of two things at once the move is told. */
    static EventType<TicketFact> event(TicketStatus from, TicketStatus to, boolean isAssigned) {
        if (from == to) {
            return isAssigned ? TicketEvents.ASSIGNED : TicketEvents.CHANGED;
        }
        return switch (to) {
            case RESOLVED -> TicketEvents.RESOLVED;
            case CLOSED -> TicketEvents.CLOSED;
            case OPEN, IN_PROGRESS, DELETED -> isDone(from) ? TicketEvents.REOPENED : TicketEvents.CHANGED;
        };
    }

    private static boolean isDone(TicketStatus status) {
        return status == RESOLVED || status == CLOSED;
    }
}
