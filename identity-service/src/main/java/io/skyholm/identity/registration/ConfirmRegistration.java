package io.skyholm.identity.registration;

import io.skyholm.identity.user.NewPassword;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What proves the address, and the password that somebody wants. */
public record ConfirmRegistration(
        @NotNull @Size(min = 20, max = 100) String token,

        @NotNull @NewPassword.Length String password) {

    /** Nobody reads a password in a log. */
    @Override
    public String toString() {
        return "ConfirmRegistration";
    }
}
