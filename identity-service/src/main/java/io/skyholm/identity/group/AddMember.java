package io.skyholm.identity.group;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A new member of a group. */
public record AddMember(@NotNull UUID userId) {

    /** The whole of what is asked: an Idempotency-Key must not answer for another group. */
    record To(UUID groupId, UUID userId) {}
}
