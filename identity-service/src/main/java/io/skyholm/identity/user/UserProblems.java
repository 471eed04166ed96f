package io.skyholm.identity.user;

import static io.skyholm.runtime.problem.ProblemKind.CONFLICT;

import io.skyholm.identity.keycloak.DirectoryRefusal;
import io.skyholm.identity.keycloak.DirectoryUnavailable;
import io.skyholm.identity.keycloak.DirectoryUserNotFound;
import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import java.time.Duration;

/** What can go wrong with users. */
final class UserProblems {

    private UserProblems() {}

    static Problem notFound() {
        return Problem.notFound("user");
    }

    static boolean isUnknown(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals(ProblemKind.NOT_FOUND.name());
    }

    static Problem noSuchUser() {
        return Problem.invalid("userId", "names no user that you may see");
    }

    static Problem noSuchRole() {
        return Problem.invalid("roleId", "names no role of the user's tenant");
    }

    static Problem platformRoleWithinProject() {
        return Problem.invalid("groupId", "cannot limit a role that runs the platform");
    }

    static Problem notHeld() {
        return Problem.notFound("role assignment");
    }

    static Problem tenantNotFound() {
        return Problem.invalid("tenantId", "names no tenant that you may see");
    }

    static Problem alreadyHeld(String role) {
        return Problem.of(CONFLICT, "ROLE_ALREADY_HELD", "The user holds the role " + role + " already");
    }

    static Problem tooManyLimitedRoles(int most) {
        return Problem.of(
                CONFLICT,
                "TOO_MANY_LIMITED_ROLES",
                "The user holds " + most + " roles within groups already; give one for a group above them instead");
    }

    static Problem lastAdministrator(String role) {
        return Problem.of(
                CONFLICT,
                "LAST_ADMINISTRATOR",
                "No other active user holds the role " + role + "; give it to somebody else first");
    }

    /** What the directory refused, in words. */
    static Throwable explainDirectory(Throwable refusal) {
        return switch (refusal) {
            case DirectoryUnavailable away ->
                Problem.unavailable("The directory of credentials is away; try again", Duration.ofSeconds(5));
            case DirectoryUserNotFound unknown ->
                Problem.unavailable("The user has not reached the directory yet; try again", Duration.ofSeconds(1));
            case DirectoryRefusal refused -> Problem.invalid("password", "is refused: " + refused.getMessage());
            default -> refusal;
        };
    }

    /** The same for somebody whose account is made already. */
    static Throwable explainMissingPassword(Throwable refusal) {
        return switch (refusal) {
            case DirectoryRefusal refused ->
                Problem.invalid("password", "is refused, but your account is made: ask for a password reset");
            case DirectoryUnavailable away -> madeWithoutPassword();
            case DirectoryUserNotFound unknown -> madeWithoutPassword();
            default -> refusal;
        };
    }

    private static Problem madeWithoutPassword() {
        return Problem.unavailable(
                "Your account is made, but its password could not be set: ask for a password reset",
                Duration.ofSeconds(5));
    }

    static Problem deleteToDelete() {
        return Problem.invalid("status", "cannot be set to DELETED; use DELETE");
    }

    /** What a unique index refused, in words. */
    static Throwable explain(Throwable refusal) {
        if (DatabaseProblems.violates("app_user_username").test(refusal)) {
            return Problem.of(CONFLICT, "USERNAME_TAKEN", "Somebody has this username; choose another");
        }
        return DatabaseProblems.violates("app_user_email_of_tenant").test(refusal)
                        || DatabaseProblems.violates("app_user_email").test(refusal)
                ? emailTaken()
                : refusal;
    }

    /** Said within a tenant, and to somebody who has proved that they read the mail of the address. */
    static Problem emailTaken() {
        return Problem.of(CONFLICT, "EMAIL_TAKEN", "Somebody has this e-mail address; choose another");
    }
}
