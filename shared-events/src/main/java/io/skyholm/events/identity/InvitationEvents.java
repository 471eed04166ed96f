package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an invitation. */
public final class InvitationEvents {

    public static final EventType<InvitationFact> CREATED = new EventType<>(
            "identity.invitation.created.v1", InvitationFact.class, "Somebody was invited to join a tenant.");

    public static final EventType<InvitationFact> ACCEPTED = new EventType<>(
            "identity.invitation.accepted.v1", InvitationFact.class, "Somebody accepted and is a user now.");

    public static final EventType<InvitationFact> REVOKED =
            new EventType<>("identity.invitation.revoked.v1", InvitationFact.class, "An invitation was taken back.");

    public static final List<EventType<InvitationFact>> TYPES = List.of(CREATED, ACCEPTED, REVOKED);

    private InvitationEvents() {}
}
