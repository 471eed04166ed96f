package io.skyholm.support.ticket;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.events.support.TicketStatus;
import io.skyholm.runtime.problem.Problem;

/** What can go wrong with tickets. */
final class TicketProblems {

    private TicketProblems() {}

    static Problem noSuchMove(TicketStatus from, TicketStatus to) {
        return Problem.of(
                CONFLICT,
                "TICKET_STATUS",
                "The ticket is %s and cannot become %s from there; reopen it first".formatted(from, to));
    }

    static Problem isClosed() {
        return Problem.of(
                CONFLICT, "TICKET_CLOSED", "The ticket is closed; reopen it by setting its status to OPEN, then write");
    }

    static Problem operatorOnly(String field) {
        return Problem.forbidden("Only the operator's people set " + field);
    }

    static Problem noSuchMessage() {
        return Problem.notFound("message");
    }

    static Problem notYours() {
        return Problem.forbidden("Only who wrote a message changes it");
    }

    static Problem notOfOperator() {
        return Problem.invalid("assignedTo", "must be one of the operator's people");
    }
}
