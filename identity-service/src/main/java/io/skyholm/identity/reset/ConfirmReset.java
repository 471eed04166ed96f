package io.skyholm.identity.reset;

import io.skyholm.identity.user.NewPassword;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What proves that somebody may, and the password they want. */
public record ConfirmReset(
        @NotNull @Size(min = 20, max = 100) String token,

        @NotNull @NewPassword.Length String password) {

    /** Nobody reads a password in a log. */
    @Override
    public String toString() {
        return "ConfirmReset";
    }
}
