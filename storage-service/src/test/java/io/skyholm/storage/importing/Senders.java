package io.skyholm.storage.importing;

import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.events.identity.UserFact;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.access.ApiKeyText;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What identity tells of those who have bytes fetched. */
public final class Senders {

    private Senders() {}

    public static void tenantIs(UUID tenant, TenantStatus status) {
        tenantIs(tenant, 2, status);
    }

    /** The same with the number of the change. */
    public static void tenantIs(UUID tenant, long generation, TenantStatus status) {
        Instant now = Instant.now();
        Broker.tell(
                TenantEvents.CHANGED,
                new TenantFact(
                        tenant, generation, Fresh.name(), null, status, null, null, null, now, now, null, null, null));
        Eventually.rows(1, "select count(*) from known_tenant where id = ? and status = ?", tenant, status.name());
    }

    /** The same person, who comes in with an API key of that id. */
    static Person withKey(Person person, UUID key) {
        tellKey(person, key, 1, true);
        return new Person(person.id(), person.tenant(), text(key));
    }

    static void keyIsRevoked(Person person, UUID key) {
        tellKey(person, key, 2, false);
    }

    private static void tellKey(Person person, UUID key, long generation, boolean isActive) {
        Instant now = Instant.now();
        Broker.tell(
                ApiKeyEvents.CHANGED,
                new ApiKeyFact(
                        key,
                        generation,
                        person.tenant(),
                        person.id(),
                        Fresh.name(),
                        ApiKeyText.PREFIX,
                        ApiKeyText.hash(text(key)),
                        null,
                        null,
                        Set.of(),
                        null,
                        isActive,
                        now,
                        now));
        Eventually.rows(1, "select count(*) from known_api_key where id = ? and generation = ?", key, generation);
    }

    private static String text(UUID key) {
        return ApiKeyText.PREFIX + key;
    }

    public static void userIs(Person person, long generation, UserStatus status, String... roles) {
        Instant now = Instant.now();
        String name = "user-" + person.id();
        Broker.tell(
                UserEvents.CHANGED,
                new UserFact(
                        person.id(),
                        generation,
                        person.tenant(),
                        name,
                        name + "@example.com",
                        null,
                        null,
                        null,
                        Set.of(roles),
                        null,
                        status,
                        true,
                        null,
                        null,
                        Map.of(),
                        null,
                        now,
                        now,
                        null,
                        null,
                        status == UserStatus.DELETED ? now : null));
        Eventually.rows(1, "select count(*) from known_user where id = ? and generation >= ?", person.id(), generation);
    }
}
