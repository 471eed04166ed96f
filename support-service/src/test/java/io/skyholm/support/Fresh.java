package io.skyholm.support;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.events.identity.UserFact;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** People and tickets of which no other test knows. */
public final class Fresh {

    private Fresh() {}

    /** Somebody of that tenant whom identity has told of. */
    public static Person known(UUID tenant, BuiltInRole role) {
        return known(Person.in(tenant, role), role);
    }

    /** The same person, once the service knows them. */
    public static Person known(Person person, BuiltInRole role) {
        Instant now = Instant.now();
        Broker.tell(
                UserEvents.CREATED,
                new UserFact(
                        person.id(),
                        1,
                        person.tenant(),
                        "user-" + person.id(),
                        person.id() + "@example.org",
                        null,
                        null,
                        null,
                        Set.of(role.name()),
                        null,
                        UserStatus.ACTIVE,
                        true,
                        null,
                        null,
                        Map.of(),
                        null,
                        now,
                        now,
                        null,
                        null,
                        null));
        Eventually.holds(
                "the service knows the user",
                () -> Sql.asSuperuser("support").number("select count(*) from known_user where id = ?", person.id())
                        == 1);
        return person;
    }

    /** A ticket that they open. */
    public static UUID ticket(Person asker) {
        return asker.made(
                "/v1/tickets", Map.of("subject", "My disk is slow", "description", "Since ten, 3 MB/s and no more"));
    }
}
