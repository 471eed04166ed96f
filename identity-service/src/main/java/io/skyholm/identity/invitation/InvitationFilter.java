package io.skyholm.identity.invitation;

import io.skyholm.events.identity.InvitationStatus;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which invitations are wanted. */
public record InvitationFilter(
        @QueryParam("status") @Nullable InvitationStatus status,
        @QueryParam("email") @Nullable String email) {}
