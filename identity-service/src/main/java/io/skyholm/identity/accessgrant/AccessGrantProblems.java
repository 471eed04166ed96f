package io.skyholm.identity.accessgrant;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.runtime.problem.Problem;
import java.time.Duration;

/** What can go wrong with access grants. */
final class AccessGrantProblems {

    private AccessGrantProblems() {}

    static Problem tenantNotFound() {
        return Problem.invalid("tenantId", "names no active tenant other than your own");
    }

    static Problem notGrantable(String name) {
        return Problem.invalid("permissions", "has one that no access grant can carry: " + name);
    }

    static Problem askedByOperatorsOnly() {
        return Problem.forbidden("Only somebody who runs the platform asks for access to a tenant");
    }

    static Problem notYoursToAnswer() {
        return Problem.forbidden("Only the tenant that is asked can answer, and not the operator who asks");
    }

    static Problem answeredByPeopleOnly() {
        return Problem.forbidden("A person who is logged in answers for the tenant, not a program");
    }

    static Problem moreThanYouHold() {
        return Problem.forbidden("It asks for more than you may do yourself, so somebody who may has to consent");
    }

    static Problem alreadyOpen() {
        return Problem.of(
                CONFLICT,
                "ACCESS_GRANT_OPEN",
                "You have an access grant of this tenant, or have asked for one; withdraw it to ask for another");
    }

    static Problem tooMany() {
        return Problem.tooMany(
                "ACCESS_REQUEST_LIMIT_REACHED",
                "This tenant has been asked too often; wait for its answers, or try again tomorrow",
                Duration.ofDays(1));
    }

    static Problem notRequested() {
        return Problem.of(CONFLICT, "ACCESS_GRANT_NOT_REQUESTED", "Only a request that waits can be answered");
    }

    static Problem ended() {
        return Problem.of(
                CONFLICT, "ACCESS_GRANT_ENDED", "It has been refused or has expired, so nothing is left of it");
    }
}
