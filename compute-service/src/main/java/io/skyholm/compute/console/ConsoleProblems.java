package io.skyholm.compute.console;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;
import static io.skyholm.runtime.problem.ProblemKind.FORBIDDEN;

import io.skyholm.runtime.problem.Problem;
import java.time.Duration;

/** What can go wrong with consoles. */
public final class ConsoleProblems {

    private static final String SILENT = "HOST_SILENT";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);

    private ConsoleProblems() {}

    static Problem othersConsole() {
        return Problem.forbidden("The console of an instance is its tenant's alone; read it by an access grant");
    }

    /** Of an instance that waits for a place, or is gone. */
    public static Problem noConsole() {
        return Problem.of(
                CONFLICT, "NO_CONSOLE", "The instance is on no machine, so it has no console; try again when it runs");
    }

    /** Of a host that is known to be lost: nobody waits for it. */
    public static Problem hostIsNotHeard() {
        return Problem.unavailable(
                SILENT, "The machine that the instance is on is not heard; try again when it is", LATER);
    }

    static Problem hostDidNotAnswer() {
        return Problem.unavailable(
                SILENT, "The machine that the instance is on did not answer in time; try again", SOON);
    }

    static Problem unreadable(String reason) {
        return Problem.unavailable("CONSOLE_UNREADABLE", "The console cannot be read: " + reason, SOON);
    }

    static Problem tooManyWait() {
        return Problem.tooMany("TOO_MANY_CONSOLES", "Too many consoles are being read; try again in a moment", SOON);
    }

    public static Problem notFound() {
        return Problem.notFound("request for a console");
    }

    /** The same for a wrong signature, an old one, and that of a host which was not asked. */
    public static Problem refused() {
        return Problem.of(FORBIDDEN, "CONSOLE_REFUSED", "Only the host that was asked answers, and signs its answer");
    }
}
