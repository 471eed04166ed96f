package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a role's life. */
public final class RoleEvents {

    public static final EventType<RoleFact> CREATED =
            new EventType<>("identity.role.created.v1", RoleFact.class, "A tenant made a role of its own.");

    public static final EventType<RoleFact> CHANGED = new EventType<>(
            "identity.role.changed.v1", RoleFact.class, "What a role allows, or how it is described, changed.");

    public static final EventType<RoleFact> DELETED =
            new EventType<>("identity.role.deleted.v1", RoleFact.class, "A role is no more; nobody holds it.");

    public static final List<EventType<RoleFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private RoleEvents() {}
}
