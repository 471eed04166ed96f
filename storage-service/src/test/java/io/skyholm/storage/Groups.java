package io.skyholm.storage;

import io.skyholm.events.identity.GroupEvents;
import io.skyholm.events.identity.GroupFact;
import io.skyholm.events.identity.GroupMemberEvents;
import io.skyholm.events.identity.GroupMemberFact;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.time.Instant;
import java.util.UUID;

/** Groups of users, as identity tells of them. */
public final class Groups {

    private static final Instant THEN = Instant.parse("2026-02-01T12:00:00Z");

    private Groups() {}

    /** A group of that tenant that this service has learnt of. */
    public static UUID known(UUID tenant) {
        UUID id = UUID.randomUUID();
        Broker.tell(
                GroupEvents.CREATED,
                new GroupFact(id, 1, tenant, Fresh.name(), null, null, null, THEN, THEN, null, null, null));
        Eventually.rows(1, "select count(*) from image_group where id = ?", id);
        return id;
    }

    /** Somebody joins; gives the membership's id. */
    public static UUID join(UUID tenant, UUID group, UUID user) {
        UUID id = UUID.randomUUID();
        Broker.tell(GroupMemberEvents.ADDED, new GroupMemberFact(id, 1, tenant, group, user, THEN, null, null));
        return id;
    }

    /** The membership ends. */
    public static void leave(UUID id, UUID tenant, UUID group, UUID user) {
        Broker.tell(GroupMemberEvents.REMOVED, new GroupMemberFact(id, 2, tenant, group, user, THEN, null, THEN));
    }
}
