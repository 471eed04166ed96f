package io.skyholm.identity.assignment;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A role for a user. */
public record AssignRole(@NotNull UUID userId, @NotNull UUID roleId) {}
