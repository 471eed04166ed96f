package io.skyholm.system.suite;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant with an administrator who has signed in. */
public record Customer(String tenantId, String userId, Login login, Api api) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** A call of each; it is refused until the service has heard of whoever calls. */
    private static final List<String> EVERY_SERVICE =
            List.of("/v1/groups", "/v1/instances", "/v1/subnets", "/v1/images", "/v1/audit-entries");

    /** What the administrator signs in with. */
    public record Login(String username, String password) {

        Api api() {
            return RunningSuite.as(Keycloak.token(username, password));
        }
    }

    /** What the administrator shows at the door. */
    public String token() {
        return api.token();
    }

    /** The same, who has signed in again: a token lasts ten minutes. */
    public Customer signedInAgain() {
        return new Customer(tenantId, userId, login, login.api());
    }

    /** One who came by themselves: nobody but a mail and they had a part in it. */
    public static Customer register(String name) {
        Api nobody = RunningSuite.as("");
        String email = name + "@example.test";
        String password = "Aa1-" + UUID.randomUUID();
        nobody.post("/v1/registrations", Map.of("tenantName", name, "username", name, "email", email))
                .expecting(202);
        String token = new Mailbox(email).token("Confirm your Skyholm account");
        String tenantId = nobody.post("/v1/registrations/confirm", Map.of("token", token, "password", password))
                .expecting(201)
                .text("tenantId");
        Login login = new Login(name, password);
        Api api = login.api();
        Eventually.until(TIMEOUT, () -> EVERY_SERVICE.stream()
                .allMatch(path -> api.get(path).status() == 200));
        return new Customer(tenantId, api.get("/v1/me").expecting(200).text("id"), login, api);
    }

    /** A new one, made by an operator. */
    public static Customer join(Api operator) {
        String name = "customer-" + UUID.randomUUID();
        String tenantId = operator.post("/v1/tenants", Map.of("name", name))
                .expecting(201)
                .text("id");
        String userId = operator.post(
                        "/v1/users",
                        Map.of(
                                "tenantId",
                                tenantId,
                                "username",
                                name,
                                "email",
                                name + "@example.test",
                                "roles",
                                List.of("TENANT_ADMIN")))
                .expecting(201)
                .text("id");
        String password = "Aa1-" + UUID.randomUUID();
        Eventually.until(TIMEOUT, () -> passwordIsSet(operator, userId, password));
        Login login = new Login(name, password);
        return new Customer(tenantId, userId, login, login.api());
    }

    /** The user has to reach Keycloak first; until then the answer is to try again. */
    private static boolean passwordIsSet(Api operator, String userId, String password) {
        Answer answer = operator.put("/v1/users/" + userId + "/password", Map.of("password", password));
        if (answer.status() != 503) {
            answer.expecting(200);
        }
        return answer.status() == 200;
    }
}
