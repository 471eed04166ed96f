package io.skyholm.events.network;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a security group's life. */
public final class SecurityGroupEvents {

    public static final EventType<SecurityGroupFact> CREATED =
            new EventType<>("network.security-group.created.v1", SecurityGroupFact.class, "A security group was made.");

    public static final EventType<SecurityGroupFact> CHANGED = new EventType<>(
            "network.security-group.changed.v1", SecurityGroupFact.class, "A security group's rules or names changed.");

    public static final EventType<SecurityGroupFact> DELETED = new EventType<>(
            "network.security-group.deleted.v1", SecurityGroupFact.class, "A security group is no more.");

    public static final List<EventType<SecurityGroupFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private SecurityGroupEvents() {}
}
