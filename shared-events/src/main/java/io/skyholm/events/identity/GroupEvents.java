package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a group's life. */
public final class GroupEvents {

    public static final EventType<GroupFact> CREATED =
            new EventType<>("identity.group.created.v1", GroupFact.class, "A tenant made a group of users.");

    public static final EventType<GroupFact> CHANGED = new EventType<>(
            "identity.group.changed.v1", GroupFact.class, "A group's name, place in the tree or limits changed.");

    public static final EventType<GroupFact> DELETED =
            new EventType<>("identity.group.deleted.v1", GroupFact.class, "A group is no more; nobody was left in it.");

    public static final List<EventType<GroupFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private GroupEvents() {}
}
