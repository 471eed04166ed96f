package io.skyholm.identity.invitation;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Problem;

/** What can go wrong with invitations. */
final class InvitationProblems {

    private InvitationProblems() {}

    static Problem tenantNotFound() {
        return Problem.invalid("tenantId", "names no active tenant that you may see");
    }

    /** An invitation is worth what its inviter may still grant when it is accepted. */
    static Problem ofPeopleOnly() {
        return Problem.forbidden("A service account invites nobody; it may create users");
    }

    static Problem answered() {
        return Problem.of(CONFLICT, "INVITATION_NOT_PENDING", "Only an invitation that waits can be taken back");
    }

    static Problem noLongerGranted() {
        return Problem.of(
                CONFLICT,
                "INVITATION_NOT_GRANTED",
                "Who invited you may no longer give what the invitation promises; ask for a new one");
    }

    static Problem tenantClosed() {
        return Problem.of(CONFLICT, "TENANT_CLOSED", "The tenant takes no new users at present; ask who invited you");
    }
}
