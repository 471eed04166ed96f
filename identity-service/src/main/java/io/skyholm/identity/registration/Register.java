package io.skyholm.identity.registration;

import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody wants a tenant of their own. */
public record Register(
        @NotNull @Name String tenantName,

        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,99}", message = "must be 2 to 100 small letters, digits and . _ -") String username,

        @NotNull @Email @Size(max = 254) String email,
        @Name @Nullable String firstName,
        @Name @Nullable String lastName) {}
