package io.skyholm.identity;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Tenants and users of which no other test knows. */
public final class Fresh {

    private static final AtomicInteger VLAN =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1, 4000));

    private Fresh() {}

    public static String name() {
        return "Acme " + UUID.randomUUID();
    }

    public static String username() {
        return "ada." + UUID.randomUUID();
    }

    public static int vlan() {
        return VLAN.incrementAndGet();
    }

    /** Makes a tenant and gives its id. */
    public static UUID tenant() {
        return tenant(Map.of("name", name()));
    }

    public static UUID tenant(Map<String, ?> body) {
        return ADMIN.made("/v1/tenants", body);
    }

    /** The body that makes a user of that tenant. */
    public static Map<String, Object> userOf(UUID tenant) {
        String username = username();
        Map<String, Object> body = new HashMap<>();
        body.put("tenantId", tenant);
        body.put("username", username);
        body.put("email", username + "@example.com");
        return body;
    }

    /** The same with one field as it is given. */
    public static Map<String, Object> userOf(UUID tenant, String field, Object value) {
        Map<String, Object> body = userOf(tenant);
        body.put(field, value);
        return body;
    }

    /** Makes a user and gives their id. */
    public static UUID user(UUID tenant) {
        return user(userOf(tenant));
    }

    public static UUID user(Map<String, ?> body) {
        return ADMIN.made("/v1/users", body);
    }

    /** A user of that tenant with that role, who can be asked to do something. */
    public static Person person(UUID tenant, BuiltInRole role) {
        UUID user = user(userOf(tenant, "roles", List.of(role.name())));
        return Person.known(user, tenant, role);
    }

    /** Makes a role of that tenant and gives its id. */
    public static UUID role(UUID tenant, String name, String... permissions) {
        return made("/v1/roles", Map.of("tenantId", tenant, "name", name, "permissions", List.of(permissions)));
    }

    /** Makes a group of that tenant, within another or at the top, and gives its id. */
    public static UUID group(UUID tenant, UUID... parent) {
        Map<String, Object> body = new HashMap<>(Map.of("tenantId", tenant, "name", name()));
        if (parent.length > 0) {
            body.put("parentGroupId", parent[0]);
        }
        return made("/v1/groups", body);
    }

    /** Makes whatever is made under that path and gives its id. */
    public static UUID made(String path, Map<String, ?> body) {
        return ADMIN.made(path, body);
    }
}
