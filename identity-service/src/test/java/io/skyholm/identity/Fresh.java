package io.skyholm.identity;

import static io.skyholm.identity.Person.ADMIN;

import java.util.HashMap;
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
        return UUID.fromString(
                ADMIN.post("/v1/tenants", body).then().statusCode(201).extract().path("id"));
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
        return UUID.fromString(
                ADMIN.post("/v1/users", body).then().statusCode(201).extract().path("id"));
    }
}
