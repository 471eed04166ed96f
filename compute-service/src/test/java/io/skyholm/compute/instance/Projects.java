package io.skyholm.compute.instance;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.LimitedRole;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.events.identity.UserFact;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Users whose role holds within projects, as identity tells of them. */
final class Projects {

    private static final Instant THEN = Instant.parse("2026-02-01T12:00:00Z");

    private Projects() {}

    /** Somebody who works in that project alone, and is a member of it. */
    static Person member(UUID tenant, UUID group) {
        Person person = limited(tenant, group);
        UserGroups.join(tenant, group, person.id());
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
}
