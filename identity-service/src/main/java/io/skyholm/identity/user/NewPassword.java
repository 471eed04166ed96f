package io.skyholm.identity.user;

import io.skyholm.runtime.problem.Problem;

/** A password that somebody chose; the directory has further rules for it. */
public record NewPassword(String text) {

    /** As the policy of the realm says, which is asked too late to tell somebody who is not there yet. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 128;

    /** Refuses, before there is anybody whom the directory could compare it with, what it would refuse afterwards. */
    public void checkFor(String username, String email) {
        if (text.equalsIgnoreCase(username) || text.equalsIgnoreCase(email)) {
            throw Problem.invalid("password", "is refused: it is your name or your address");
        }
    }

    /** Nobody reads a password in a log. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
