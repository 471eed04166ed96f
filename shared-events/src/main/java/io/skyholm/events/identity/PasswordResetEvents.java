package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a password reset. */
public final class PasswordResetEvents {

    public static final EventType<PasswordResetFact> REQUESTED = new EventType<>(
            "identity.password-reset.requested.v1",
            PasswordResetFact.class,
            "A mail with which a user can set a new password was written.");

    public static final EventType<PasswordResetFact> USED = new EventType<>(
            "identity.password-reset.used.v1", PasswordResetFact.class, "A user set a new password by such a mail.");

    public static final List<EventType<PasswordResetFact>> TYPES = List.of(REQUESTED, USED);

    private PasswordResetEvents() {}
}
