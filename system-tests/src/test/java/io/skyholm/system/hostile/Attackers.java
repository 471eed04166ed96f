package io.skyholm.system.hostile;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.hostile.Attacker.Standing;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.Keycloak;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A hostile tenant with each role that it can have, a suspended one, and those who are let in nowhere: among them who has taken
 * over a host that was given up, and who has read of the victim's consent to somebody else.
 */
final class Attackers {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "Aa1-" + UUID.randomUUID();

    private final Api operator;
    private final Customer hostile;
    private final Victim victim;
    private final FencedHost host;

    Attackers(Api operator, Victim victim, FencedHost host) {
        this.operator = operator;
        this.hostile = Customer.join(operator);
        this.victim = victim;
        this.host = host;
    }

    List<Attacker> all() {
        String user = user("USER");
        String locked = user("USER");
        Attacker suspended = suspended();
        String stolen = revokedKey();
        String join = operator.post("/v1/join-tokens", Map.of("resourcePoolId", pool()))
                .expecting(201)
                .text("token");
        lockUserOf(locked);
        return List.of(
                new Attacker("tenant admin", hostile.token(), Standing.MEMBER),
                new Attacker("tenant user", user, Standing.MEMBER),
                suspended,
                new Attacker("locked user", locked, Standing.STRANGER),
                new Attacker("stolen key", stolen, Standing.STRANGER),
                new Attacker("holder of a join token", join, Standing.STRANGER),
                new Attacker("fenced host", host.password(), Standing.STRANGER),
                new Attacker("thief of an access grant", user, Standing.STRANGER, victim.accessOf(operator)),
                new Attacker("stranger", "", Standing.STRANGER));
    }

    /** The token of a new user of the hostile tenant. */
    private String user(String role) {
        String name = "hostile-" + UUID.randomUUID();
        String id = operator.post(
                        "/v1/users",
                        Map.of(
                                "tenantId",
                                hostile.tenantId(),
                                "username",
                                name,
                                "email",
                                name + "@example.test",
                                "roles",
                                List.of(role)))
                .expecting(201)
                .text("id");
        Eventually.until(
                SOON,
                () -> operator.put("/v1/users/" + id + "/password", Map.of("password", PASSWORD))
                                .status()
                        == 200);
        return Keycloak.token(name, PASSWORD);
    }

    private void lockUserOf(String token) {
        Api api = RunningSuite.as(token);
        String id = Eventually.get(SOON, () -> {
            Api.Answer me = api.get("/v1/me");
            return me.status() == 200 ? me.text("id") : null;
        });
        operator.patch("/v1/users/" + id, Map.of("status", "LOCKED")).expecting(200);
        Eventually.until(SOON, () -> everywhere(api, 401));
    }

    private Attacker suspended() {
        Customer tenant = Customer.join(operator);
        operator.patch("/v1/tenants/" + tenant.tenantId(), Map.of("status", "SUSPENDED"))
                .expecting(200);
        Eventually.until(SOON, () -> List.of("/v1/groups", "/v1/instance-sets", "/v1/security-groups").stream()
                .allMatch(path -> tenant.api()
                        .post(path, Map.of("name", "still there", "rules", List.of()))
                        .text("code")
                        .equals("TENANT_SUSPENDED")));
        return new Attacker("suspended", tenant.token(), Standing.SUSPENDED);
    }

    private String revokedKey() {
        Api.Answer made =
                hostile.api().post("/v1/api-keys", Map.of("name", "stolen")).expecting(201);
        Api thief = RunningSuite.as(made.text("key"));
        Eventually.until(SOON, () -> everywhere(thief, 200));
        String id = hostile.api()
                .get("/v1/api-keys")
                .expecting(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        hostile.api().delete("/v1/api-keys/" + id).expecting(200);
        Eventually.until(SOON, () -> everywhere(thief, 401));
        return made.text("key");
    }

    private String pool() {
        return operator.get("/v1/compute-pools?name=local")
                .expecting(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private static boolean everywhere(Api api, int status) {
        return List.of("/v1/me", "/v1/instances", "/v1/subnets", "/v1/audit-chains").stream()
                .allMatch(path -> api.get(path).status() == status);
    }
}
