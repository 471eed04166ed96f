package io.skyholm.identity.assignment;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role for a user, of a group's project alone where it names one. */
public record AssignRole(
        @NotNull UUID userId,
        @NotNull UUID roleId,
        @Nullable UUID groupId) {}
