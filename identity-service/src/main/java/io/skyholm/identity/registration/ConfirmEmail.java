package io.skyholm.identity.registration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What proves that somebody reads the mail of an address. */
public record ConfirmEmail(
        @NotNull @Size(min = 20, max = 100) String token) {

    /** Nobody reads a token in a log. */
    @Override
    public String toString() {
        return "ConfirmEmail";
    }
}
