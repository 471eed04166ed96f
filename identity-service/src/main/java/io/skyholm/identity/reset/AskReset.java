package io.skyholm.identity.reset;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody wants a new password for the account of that address. */
public record AskReset(@NotNull @Email @Size(max = 254) String email) {}
