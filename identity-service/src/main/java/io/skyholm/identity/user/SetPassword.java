package io.skyholm.identity.user;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A new password; the directory has further rules for it. A temporary one must be changed at the next login. */
public record SetPassword(
        @NotNull @NewPassword.Length String password,
        @Nullable Boolean temporary) {

    boolean isTemporary() {
        return Boolean.TRUE.equals(temporary);
    }

    /** Nobody reads a password in a log. */
    @Override
    public String toString() {
        return "SetPassword[temporary=" + temporary + "]";
    }
}
