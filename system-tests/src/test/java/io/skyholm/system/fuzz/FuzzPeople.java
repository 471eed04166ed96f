package io.skyholm.system.fuzz;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.Keycloak;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who sends requests: administrators of two tenants, a user, a program with a key, an operator, and nobody in particular. */
final class FuzzPeople {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Api operator;
    private final Spared spared;

    FuzzPeople(Api operator, Spared spared) {
        this.operator = operator;
        this.spared = spared;
    }

    List<FuzzPerson> all() {
        Api.Answer me = operator.get("/v1/me").expecting(200);
        spared.protect(me.text("id"));
        spared.protect(me.text("tenantId"));
        Customer first = customer();
        Customer second = customer();
        Customer user = user(first);
        Api.Answer key =
                first.api().post("/v1/api-keys", Map.of("name", "fuzz")).expecting(201);
        spared.protect(key.text("id"));
        spared.protect(first.api().get("/v1/api-keys").body().at("/items/0/id").asText());
        return List.of(
                new FuzzPerson("a tenant admin", false, () -> token(first)),
                new FuzzPerson("another tenant's admin", false, () -> token(second)),
                new FuzzPerson("a tenant user", false, () -> token(user)),
                new FuzzPerson("a program with a key", false, () -> key.text("key")),
                new FuzzPerson("an operator", true, RunningSuite::administrator),
                new FuzzPerson("nobody", false, () -> ""));
    }

    private Customer customer() {
        Customer customer = Customer.join(operator);
        spared.protect(customer.tenantId());
        spared.protect(customer.userId());
        return customer;
    }

    /** Somebody of the tenant who may only what users may. */
    private Customer user(Customer admin) {
        String name = "fuzz-user-" + UUID.randomUUID();
        String id = operator.post(
                        "/v1/users",
                        Map.of(
                                "tenantId",
                                admin.tenantId(),
                                "username",
                                name,
                                "email",
                                name + "@example.test",
                                "roles",
                                List.of("USER")))
                .expecting(201)
                .text("id");
        spared.protect(id);
        String password = "Aa1-" + UUID.randomUUID();
        Eventually.until(
                SOON,
                () -> operator.put("/v1/users/" + id + "/password", Map.of("password", password))
                                .status()
                        == 200);
        Customer.Login login = new Customer.Login(name, password);
        return new Customer(admin.tenantId(), id, login, RunningSuite.as(Keycloak.token(name, password)));
    }

    private static String token(Customer person) {
        return Keycloak.token(person.login().username(), person.login().password());
    }
}
