package io.skyholm.compute.instance;

import io.skyholm.compute.Groups;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.LimitedRole;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.events.identity.UserFact;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Users whose role holds within projects, as identity tells of them. */
final class Projects {

    private static final Instant THEN = Instant.parse("2026-02-01T12:00:00Z");

    private Projects() {}

    /** A group of that tenant that is known as a project. */
    static UUID known(UUID tenant) {
        UUID group = Groups.known(tenant);
        Eventually.rows(1, "select count(*) from known_user_group where id = ?", group);
        return group;
    }

    /** Somebody who works in that project alone, and is a member of it. */
    static Person member(UUID tenant, UUID group) {
        Person person = limited(tenant, group);
        join(tenant, group, person.id());
        return person;
    }

    /** Somebody whose role holds in that project, of which they are no member. */
    static Person limited(UUID tenant, UUID group) {
        UUID user = UUID.randomUUID();
        String name = "user-" + user;
        Broker.tell(
                UserEvents.CREATED,
                new UserFact(
                        user,
                        1,
                        tenant,
                        name,
                        name + "@example.com",
                        null,
                        null,
                        null,
                        Set.of(),
                        Set.of(new LimitedRole(BuiltInRole.USER.name(), group)),
                        UserStatus.ACTIVE,
                        true,
                        null,
                        null,
                        Map.of(),
                        null,
                        THEN,
                        THEN,
                        null,
                        null,
                        null));
        Eventually.rows(1, "select count(*) from known_user where id = ?", user);
        return Person.known(user, tenant, BuiltInRole.USER);
    }

    /** Somebody joins a project; returns the membership's id once it is known. */
    static UUID join(UUID tenant, UUID group, UUID user) {
        UUID membership = Groups.join(tenant, group, user);
        Eventually.rows(1, "select count(*) from known_user_group_member where id = ? and not is_removed", membership);
        return membership;
    }
}
