package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a user's life. */
public final class UserEvents {

    public static final EventType<UserFact> CREATED =
            new EventType<>("identity.user.created.v1", UserFact.class, "A user was given an account.");

    public static final EventType<UserFact> CHANGED = new EventType<>(
            "identity.user.changed.v1", UserFact.class, "A user's profile, roles, status or limits changed.");

    public static final EventType<UserFact> PASSWORD_CHANGED = new EventType<>(
            "identity.user.password-changed.v1",
            UserFact.class,
            "A user's password was set anew; the event never carries it.");

    public static final EventType<UserFact> DELETED =
            new EventType<>("identity.user.deleted.v1", UserFact.class, "A user's account was closed for good.");

    public static final List<EventType<UserFact>> TYPES = List.of(CREATED, CHANGED, PASSWORD_CHANGED, DELETED);

    private UserEvents() {}
}
