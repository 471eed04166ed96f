package io.skyholm.compute.consolesession;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;
import static io.skyholm.runtime.problem.ProblemKind.FORBIDDEN;
import static io.skyholm.runtime.problem.ProblemKind.MALFORMED;

import io.skyholm.runtime.problem.Problem;
import java.time.Duration;

/** What can go wrong with consoles that are typed into. */
final class ConsoleSessionProblems {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LATER = Duration.ofMinutes(10);

    private ConsoleSessionProblems() {}

    /** The same for tickets that never were, are used, or are too old. */
    static Problem noTicket() {
        return Problem.of(FORBIDDEN, "TICKET_REFUSED", "No console opens by this ticket; ask for a new one");
    }

    static Problem noWebSocket() {
        return Problem.of(MALFORMED, "WEBSOCKET_NEEDED", "A console is a WebSocket: ask for Upgrade: websocket");
    }

    static Problem inUse() {
        return Problem.of(CONFLICT, "CONSOLE_IN_USE", "Somebody else has this console open; ask them to leave it");
    }

    static Problem tooMany(int most) {
        return Problem.tooMany(
                "TOO_MANY_CONSOLES", "Your tenant has " + most + " consoles open already; close one first", SOON);
    }

    static Problem tooManyBegun(int most) {
        return Problem.tooMany(
                "TOO_MANY_CONSOLES",
                "Your tenant has begun " + most + " consoles within the last hour; wait a while",
                LATER);
    }

    static Problem tooManyTickets(int most) {
        return Problem.tooMany(
                "TOO_MANY_TICKETS",
                "Your tenant has asked for " + most + " consoles in the last minute and opened none of them",
                SOON);
    }
}
