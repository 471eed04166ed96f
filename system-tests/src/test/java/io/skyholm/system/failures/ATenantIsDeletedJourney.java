package io.skyholm.system.failures;

import static io.skyholm.events.deletion.DataDeletionEvents.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.events.deletion.DataDeletionEvents;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A tenant with all that one has is deleted while services are killed: nothing is left but what was billed or audited. */
class ATenantIsDeletedJourney {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration CALM = Duration.ofMinutes(5);

    /** Tables whose rows of a deleted tenant are marked; what a bill may name stays for ever. */
    private static final List<String> MARKED = List.of(
            "identity.app_user",
            "identity.role",
            "identity.user_group",
            "identity.theme",
            "identity.ssh_key",
            "compute.instance",
            "compute.virtual_machine",
            "compute.instance_set",
            "compute.template",
            "compute.stack_script",
            "network.vpc",
            "network.subnet",
            "network.place",
            "network.security_group",
            "network.port");

    private static final List<String> EMPTY = List.of(
            "identity.invitation",
            "identity.session",
            "identity.login",
            "identity.mail",
            "identity.role_assignment",
            "network.ip_address",
            "compute.instance_set_member");

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Database database = Database.asOperator();

    @Test
    void nothingIsLeftButWhatWasBilledOrAudited() {
        String name = "gone" + UUID.randomUUID().toString().substring(0, 8);
        Customer customer = Customer.register(name);
        String tenant = customer.tenantId();
        String key = furnish(customer);
        Api bearer = RunningSuite.as(key);
        Eventually.until(SOON, () -> bearer.get("/v1/instances").status() == 200);

        operator.delete("/v1/tenants/" + tenant).expecting(409);
        String before = operator.delete("/v1/tenants/" + tenant + "?cascade=true")
                .expecting(200)
                .text("status");
        assertThat(before).isEqualTo("DELETING");
        List.of("compute", "network", "compute").forEach(RunningSuite::crash);
        Eventually.until(CALM, () -> deletion(tenant).path("status").asText().equals("DELETED"));

        assertThat(deletion(tenant).path("services")).hasSameSizeAs(SERVICES).allSatisfy(service -> {
            assertThat(service.path("status").asText()).isEqualTo("DELETED");
            assertThat(service.path("holdings"))
                    .allSatisfy(held -> assertThat(held.path("left").asInt()).isZero());
        });
        assertThat(customer.api().get("/v1/instances").status()).isIn(401, 403);
        assertThat(bearer.get("/v1/instances").status()).isIn(401, 403);
        nothingLivesOf(tenant);
        nothingSecretOrPersonalIsLeftOf(tenant, name);
        auditHasKeptItOf(tenant);
        RunningSuite.booksAgree(CALM);
    }

    /** Gives the tenant one of each, and tells an API key of its administrator. */
    private String furnish(Customer customer) {
        Api owner = customer.api();
        Cloud cloud = new Cloud(owner);
        String vpc = made(owner, "/v1/vpcs", Map.of("name", "Office", "cidrBlock", "10.77.0.0/16"));
        String subnet = made(owner, "/v1/subnets", Map.of("name", "Desks", "vpcId", vpc, "cidrBlock", "10.77.1.0/24"));
        made(owner, "/v1/places", Map.of("name", "Bergen", "subnetId", subnet));
        made(owner, "/v1/addresses", Map.of("subnetId", subnet, "kind", "RESERVATION"));
        String guard = made(owner, "/v1/security-groups", Map.of("name", "web", "rules", List.of()));
        made(owner, "/v1/groups", Map.of("name", "Everybody"));
        made(owner, "/v1/instance-sets", Map.of("name", "shop"));
        made(
                owner,
                "/v1/templates",
                Map.of("name", "small", "defaultCpuCores", 1, "defaultMemoryGb", 1, "defaultStorageGb", 10));
        made(
                owner,
                "/v1/invitations",
                Map.of("email", "guest-" + UUID.randomUUID() + "@example.test", "roles", List.of("USER")));
        cloud.running(Map.of("networks", List.of(Map.of("subnetId", subnet, "securityGroupIds", List.of(guard)))));
        cloud.running(Map.of());
        return owner.post("/v1/api-keys", Map.of("name", "robot"))
                .expecting(201)
                .text("key");
    }

    private static String made(Api owner, String path, Map<String, ?> body) {
        return owner.post(path, body).expecting(201).text("id");
    }

    private JsonNode deletion(String tenant) {
        return operator.get("/v1/tenants/" + tenant + "/deletion")
                .expecting(200)
                .body();
    }

    private void nothingLivesOf(String tenant) {
        assertThat(MARKED).allSatisfy(table -> assertThat(database.number(
                        "select count(*) from " + table + " where tenant_id = '" + tenant + "' and deleted_at is null"))
                .as(table)
                .isZero());
        assertThat(EMPTY).allSatisfy(table -> assertThat(
                        database.number("select count(*) from " + table + " where tenant_id = '" + tenant + "'"))
                .as(table)
                .isZero());
        assertThat(database.number("select count(*) from compute.instance where tenant_id = '" + tenant + "'"))
                .as("instances, which bills name")
                .isEqualTo(2);
    }

    private void nothingSecretOrPersonalIsLeftOf(String tenant, String name) {
        assertThat(database.number("select count(*) from compute.instance where tenant_id = '" + tenant
                        + "' and coalesce(password_sealed, stack_script_data, password_hash, user_data) is not null"))
                .isZero();
        for (String table : List.of("identity.app_user", "compute.known_user", "network.known_user")) {
            Eventually.until(
                    SOON,
                    () -> database.number("select count(*) from " + table + " where username like '" + name + "%'")
                            == 0);
        }
    }

    private void auditHasKeptItOf(String tenant) {
        String completed = "/v1/audit-entries?limit=500&resourceType=DATA_DELETION&tenantId=" + tenant;
        Eventually.until(SOON, () -> types(completed)
                .containsAll(SERVICES.stream()
                        .map(service -> DataDeletionEvents.completed(service).name())
                        .toList()));
        String tenants = "/v1/audit-entries?limit=500&resourceType=TENANT&tenantId=" + tenant;
        Eventually.until(SOON, () -> types(tenants).contains("identity.tenant.deleted.v1"));
        assertThat(types(tenants)).contains("identity.tenant.created.v1");
    }

    private List<String> types(String query) {
        JsonNode items = operator.get(query).expecting(200).body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(entry -> entry.path("eventType").asText())
                .toList();
    }
}
