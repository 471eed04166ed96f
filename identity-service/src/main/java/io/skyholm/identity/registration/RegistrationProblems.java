package io.skyholm.identity.registration;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;

/** What can go wrong with registrations. */
final class RegistrationProblems {

    private RegistrationProblems() {}

    static Problem closed() {
        return Problem.of(
                ProblemKind.FORBIDDEN, "REGISTRATION_CLOSED", "Accounts are opened by invitation only; ask for one");
    }

    static Problem verified() {
        return Problem.of(ProblemKind.CONFLICT, "EMAIL_VERIFIED", "The address has been confirmed already");
    }
}
