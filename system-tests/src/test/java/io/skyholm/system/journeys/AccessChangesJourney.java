package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.Keycloak;
import io.skyholm.system.suite.Mailbox;
import io.skyholm.system.suite.RunningSuite;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What somebody may do changes, and every service knows within seconds. */
class AccessChangesJourney {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Logger LOG = System.getLogger(AccessChangesJourney.class.getName());

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer customer = Customer.join(operator);
    private final Member member = Member.join(customer.api());

    /** Audit lets in who may read entries; the token stays the same all the time. */
    @Test
    void roleThatIsGivenAndTakenCountsInAnotherServiceWithinSeconds() {
        assertThat(member.api().get("/v1/audit-entries").status()).isEqualTo(403);
        String roleId = customer.api()
                .post("/v1/roles", Map.of("name", "auditor", "permissions", List.of("AUDIT_ENTRY:READ")))
                .expecting(201)
                .text("id");
        String assignmentId = customer.api()
                .post("/v1/role-assignments", Map.of("userId", member.userId(), "roleId", roleId))
                .expecting(201)
                .text("id");
        felt("a role that is given", () -> member.api().get("/v1/audit-entries").status() == 200);
        customer.api().delete("/v1/role-assignments/" + assignmentId).expecting(200);
        felt("a role that is taken", () -> member.api().get("/v1/audit-entries").status() == 403);
    }

    @Test
    void lockedUserIsOutEverywhereWithinSeconds() {
        String key = member.api()
                .post("/v1/api-keys", Map.of("name", "farm"))
                .expecting(201)
                .text("key");
        Api program = RunningSuite.as(key);
        Eventually.until(SOON, () -> program.get("/v1/me").status() == 200);
        customer.api()
                .patch("/v1/users/" + member.userId(), Map.of("status", "LOCKED"))
                .expecting(200);
        felt("a lock", () -> everywhere(member.api(), 401) && everywhere(program, 401));
    }

    /** Two teams of one tenant: each sees its own, by a session and by a key, and who administers the tenant sees both. */
    @Test
    void projectsOfOneTenantDoNotSeeEachOthersInstances() {
        Project shop = Project.of(customer, member);
        Project research = Project.of(customer, Member.join(customer.api()));
        String till = new Cloud(shop.member().api()).running(Map.of());
        String model = new Cloud(research.member().api()).running(Map.of());
        assertThat(shop.instances()).containsExactly(till);
        assertThat(research.instances()).containsExactly(model);
        assertThat(shop.member().api().get("/v1/instances/" + model).status()).isEqualTo(404);
        assertThat(shop.member().api().delete("/v1/instances/" + model).status())
                .isEqualTo(404);
        assertThat(customer.api().get("/v1/instances/" + model).status()).isEqualTo(200);
        Api program = RunningSuite.as(customer.api()
                .post("/v1/api-keys", Map.of("name", "till", "groupId", shop.group()))
                .expecting(201)
                .text("key"));
        felt("a key", () -> program.get("/v1/instances").status() == 200);
        assertThat(Project.instances(program)).containsExactly(till);
        assertThat(program.get("/v1/instances/" + model).status()).isEqualTo(404);
        assertThat(program.get("/v1/users").status()).isEqualTo(403);
        String refused = shop.joinsInVain(research.subnet());
        new Cloud(customer.api()).gone(refused);
        new Cloud(customer.api()).gone(till);
        new Cloud(customer.api()).gone(model);
    }

    @Test
    void apiKeyLivesAtEveryServiceUntilItIsRevoked() {
        Api owner = customer.api();
        String made = owner.post("/v1/api-keys", Map.of("name", "farm", "permissions", List.of("AUDIT_ENTRY:READ")))
                .expecting(201)
                .text("key");
        String id = owner.get("/v1/api-keys")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        Api program = RunningSuite.as(made);
        Eventually.until(SOON, () -> program.get("/v1/audit-entries").status() == 200);
        assertThat(program.get("/v1/users").status()).isEqualTo(403);
        Eventually.until(SOON, () -> owner.get("/v1/api-keys/" + id).body().has("lastUsedAt"));
        owner.delete("/v1/api-keys/" + id).expecting(200);
        felt("a revoked key", () -> everywhere(program, 401));
    }

    @Test
    void serviceAccountIsLetInEverywhereUntilItIsDisabled() {
        Api.Answer account = customer.api()
                .post("/v1/service-accounts", Map.of("name", "nightly", "roles", List.of("TENANT_ADMIN")))
                .expecting(201);
        String token = RunningSuite.as("")
                .form(
                        "/v1/oauth2/token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", account.text("id"),
                                "client_secret", account.text("clientSecret")))
                .expecting(200)
                .text("access_token");
        Api program = RunningSuite.as(token);
        assertThat(everywhere(program, 200)).isTrue();
        program.get("/v1/instances").expecting(200);
        program.post("/v1/vpcs", Map.of("name", "backup", "cidrBlock", "10.9.0.0/16"))
                .expecting(201);
        String credential = "service-account:" + account.text("id");
        Eventually.until(
                SOON,
                () -> customer.api()
                                .get("/v1/audit-entries?credential=" + credential)
                                .body()
                                .path("items")
                                .size()
                        > 0);
        customer.api()
                .patch("/v1/service-accounts/" + account.text("id"), Map.of("isEnabled", false))
                .expecting(200);
        felt("a disabled service account", () -> everywhere(program, 401));
    }

    @Test
    void forgottenPasswordIsResetByMailAndWhatTheOldOneOpenedIsShut() {
        Api nobody = RunningSuite.as("");
        nobody.post("/v1/password-resets", Map.of("email", member.email())).expecting(202);
        String token = new Mailbox(member.email()).token("Set a new password");
        String password = "Aa1-" + UUID.randomUUID();
        nobody.post("/v1/password-resets/confirm", Map.of("token", token, "password", password))
                .expecting(200);
        Api again = RunningSuite.as(Keycloak.token(member.username(), password));
        Eventually.until(SOON, () -> again.get("/v1/me").status() == 200);
        felt("a new password", () -> everywhere(member.api(), 401));
        nobody.post("/v1/password-resets/confirm", Map.of("token", token, "password", password))
                .expecting(422);
    }

    @Test
    void quotasOfTenantGroupAndUserApplyTogether() {
        operator.patch(
                        "/v1/tenants/" + customer.tenantId(),
                        Map.of("quotaConfig", Map.of("instances", 20, "vcpus", 64)))
                .expecting(200);
        String parent = group(Map.of("name", "studio", "quotaConfig", Map.of("instances", 10)));
        String child = group(Map.of("name", "colour", "parentGroupId", parent, "quotaConfig", Map.of("vcpus", 16)));
        customer.api()
                .post("/v1/groups/" + child + "/members", Map.of("userId", member.userId()))
                .expecting(201);
        customer.api()
                .patch("/v1/users/" + member.userId(), Map.of("quotaConfig", Map.of("gpus", 1)))
                .expecting(200);
        var quotas = member.api().get("/v1/quotas").expecting(200).body();
        assertThat(quotas.path("effective").path("instances").asInt()).isEqualTo(10);
        assertThat(quotas.path("effective").path("vcpus").asInt()).isEqualTo(16);
        assertThat(quotas.path("effective").path("gpus").asInt()).isEqualTo(1);
    }

    @Test
    void endedSessionIsOverEverywhere() {
        String session = Eventually.get(SOON, () -> {
            String id = member.api().get("/v1/me").body().path("credentialId").asText();
            return member.api().get("/v1/sessions/" + id).status() == 200 ? id : null;
        });
        customer.api().delete("/v1/sessions/" + session).expecting(200);
        felt("an ended session", () -> everywhere(member.api(), 401));
    }

    /** The bound is for busy machines; what was measured is in the log. */
    private static void felt(String change, BooleanSupplier everywhere) {
        long began = System.nanoTime();
        Eventually.until(SOON, everywhere);
        LOG.log(Level.INFO, "{0} is felt after {1} ms", change, (System.nanoTime() - began) / 1_000_000);
    }

    private String group(Map<String, ?> body) {
        return customer.api().post("/v1/groups", body).expecting(201).text("id");
    }

    private static boolean everywhere(Api api, int status) {
        return api.get("/v1/me").status() == status
                && api.get("/v1/audit-entries").status() == status;
    }
}
