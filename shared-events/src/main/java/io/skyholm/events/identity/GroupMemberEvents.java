package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a membership's life. */
public final class GroupMemberEvents {

    public static final EventType<GroupMemberFact> ADDED =
            new EventType<>("identity.group-member.added.v1", GroupMemberFact.class, "A user was taken into a group.");

    public static final EventType<GroupMemberFact> REMOVED = new EventType<>(
            "identity.group-member.removed.v1", GroupMemberFact.class, "A user is no member of a group any more.");

    public static final List<EventType<GroupMemberFact>> TYPES = List.of(ADDED, REMOVED);

    private GroupMemberEvents() {}
}
