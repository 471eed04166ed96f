package io.skyholm.identity.invitation;

import io.skyholm.identity.user.NewPassword;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What proves that somebody was invited, and who they want to be. */
public record AcceptInvitation(
        @NotNull @Size(min = 20, max = 100) String token,

        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,99}", message = "must be 2 to 100 small letters, digits and . _ -") String username,

        @NotNull @NewPassword.Length String password,

        @Name @Nullable String firstName,
        @Name @Nullable String lastName) {

    /** Nobody reads a password in a log. */
    @Override
    public String toString() {
        return "AcceptInvitation";
    }
}
