package io.skyholm.identity.invitation;

import io.skyholm.events.identity.InvitationStatus;
import io.skyholm.runtime.page.Condition;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which invitations are wanted. */
public record InvitationFilter(
        @QueryParam("status") @Condition(InvitationStore.STANDING + " = ?") @Nullable InvitationStatus status,

        @QueryParam("email") @Condition(Condition.IGNORING_CASE) @Nullable String email) {}
