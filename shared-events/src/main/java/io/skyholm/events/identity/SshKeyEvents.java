package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an SSH key's life. */
public final class SshKeyEvents {

    public static final EventType<SshKeyFact> CREATED =
            new EventType<>("identity.ssh-key.created.v1", SshKeyFact.class, "A user's public SSH key was added.");

    public static final EventType<SshKeyFact> DELETED = new EventType<>(
            "identity.ssh-key.deleted.v1",
            SshKeyFact.class,
            "A user's public SSH key was deleted; new machines do not get it.");

    public static final List<EventType<SshKeyFact>> TYPES = List.of(CREATED, DELETED);

    private SshKeyEvents() {}
}
