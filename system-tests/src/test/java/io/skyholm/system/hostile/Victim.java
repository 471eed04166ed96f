package io.skyholm.system.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.calls.IdNames;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A tenant with one of each, all of which bear a word that nobody else knows. */
record Victim(Customer customer, String secret) {

    /** What goes on by itself: what is noted of calls and reports, and what others are told of. */
    private static final String GOES_ON =
            "'outbox_event', 'inbox_event', 'idempotency_key', 'session', 'ended_session',"
                    + " 'login', 'mail', 'mail_wish', 'traffic', 'traffic_counter'";

    private static final String PUBLIC_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEmX6l7R8qZ6hfkxowaizNtPD727xZgofvP7EuThALNo";

    private static final Duration SOON = Duration.ofSeconds(60);

    static Victim furnished(Api operator) {
        Victim victim = new Victim(
                Customer.join(operator), "secret" + UUID.randomUUID().toString().substring(0, 8));
        victim.furnish();
        return victim;
    }

    private void furnish() {
        String vpc = made("/v1/vpcs", Map.of("name", secret, "cidrBlock", "10.91.0.0/16"));
        String subnet = made("/v1/subnets", Map.of("name", secret, "vpcId", vpc, "cidrBlock", "10.91.1.0/24"));
        made("/v1/places", Map.of("name", secret, "subnetId", subnet));
        String guard = made("/v1/security-groups", Map.of("name", secret, "rules", List.of()));
        made("/v1/groups", Map.of("name", secret));
        made("/v1/roles", Map.of("name", secret, "permissions", List.of("AUDIT_ENTRY:READ")));
        made("/v1/instance-sets", Map.of("name", secret));
        made(
                "/v1/templates",
                Map.of("name", secret, "defaultCpuCores", 1, "defaultMemoryGb", 1, "defaultStorageGb", 10));
        String image = made("/v1/images", Map.of("name", secret, "imageType", "OS_BASE"));
        made("/v1/images/" + image + "/versions", Map.of("versionNumber", "1", "diskFormat", "RAW"));
        made("/v1/api-keys", Map.of("name", secret));
        made("/v1/service-accounts", Map.of("name", secret, "roles", List.of("USER")));
        made("/v1/themes", Map.of("name", secret, "colors", Map.of("primary", "#1f5f8b")));
        made("/v1/ssh-keys", Map.of("name", secret, "publicKey", PUBLIC_KEY));
        made("/v1/stack-scripts", Map.of("name", secret, "scriptData", Map.of("script", "echo " + secret)));
        made("/v1/invitations", Map.of("email", secret + "@example.test", "roles", List.of("USER")));
        made("/v1/addresses", Map.of("subnetId", subnet, "kind", "RESERVATION"));
        String instance = new Cloud(customer.api())
                .running(Map.of(
                        "name",
                        secret,
                        "networks",
                        List.of(Map.of("subnetId", subnet, "securityGroupIds", List.of(guard)))));
        furnishWithDisk(instance);
    }

    private void furnishWithDisk(String instance) {
        String place =
                customer.api().get("/v1/instances/" + instance).expecting(200).text("edgeDataCenterId");
        String disk =
                made("/v1/disks", Map.of("name", secret, "diskType", "SSD", "sizeGb", 1, "edgeDataCenterId", place));
        becomes("/v1/disks/" + disk, "AVAILABLE");
        String snapshot = made("/v1/disks/" + disk + "/snapshots", Map.of("name", secret));
        becomes("/v1/snapshots/" + snapshot, "AVAILABLE");
        made(
                "/v1/disks/" + disk + "/snapshot-schedules",
                Map.of("name", secret, "frequency", "DAILY", "hour", notSoon(), "keepLast", 3));
    }

    /** An hour that does not come while its rows are watched. */
    private static int notSoon() {
        return (RunningSuite.now().atZone(ZoneOffset.UTC).getHour() + 12) % 24;
    }

    private void becomes(String path, String status) {
        Eventually.until(SOON, () -> customer.api().get(path).text("status").equals(status));
    }

    /** The id of a consent by which that operator may work here for a while, known everywhere. */
    String accessOf(Api operator) {
        String grant = operator.post(
                        "/v1/access-grants",
                        Map.of("tenantId", customer.tenantId(), "reason", "A ticket", "minutes", 480))
                .expecting(201)
                .text("id");
        customer.api().post("/v1/access-grants/" + grant + "/accept", Map.of()).expecting(200);
        Api guest = operator.under(grant);
        Eventually.until(
                SOON,
                () -> List.of("/v1/users", "/v1/instances", "/v1/subnets", "/v1/images", "/v1/audit-chains").stream()
                        .allMatch(path -> guest.get(path).status() == 200));
        return grant;
    }

    private String made(String path, Map<String, ?> body) {
        JsonNode answer = customer.api().post(path, body).expecting(201).body();
        return answer.path("id").asText();
    }

    /** The ids of all that its lists show and that is its own, and of what lies within that. */
    ForeignIds ids(List<Operation> operations) {
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        byKind.put("tenants", List.of(customer.tenantId()));
        List<String> lists = operations.stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(Operation::path)
                .filter(path -> !path.endsWith("/stream") && !path.endsWith("/export") && !path.endsWith("}"))
                .toList();
        lists.stream().filter(path -> !path.contains("{")).forEach(path -> keep(byKind, last(path), own(path)));
        lists.stream()
                .filter(path -> path.startsWith("/v1/images/{id}/"))
                .filter(path -> path.indexOf('{') == path.lastIndexOf('{'))
                .forEach(path -> byKind.getOrDefault("images", List.of()).forEach(image -> {
                    String within = path.replace("{id}", image);
                    List<String> ids = own(within);
                    keep(byKind, last(path), ids);
                    keep(
                            byKind,
                            IdNames.template(path) + "/{}",
                            ids.stream().map(id -> within + "/" + id).toList());
                }));
        return new ForeignIds(byKind, 0);
    }

    private static void keep(Map<String, List<String>> byKind, String kind, List<String> ids) {
        if (!ids.isEmpty()) {
            byKind.put(kind, ids);
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<String> own(String path) {
        List<String> ids = new ArrayList<>();
        customer.api().get(path).body().path("items").forEach(item -> {
            if (item.path("tenantId").asText().equals(customer.tenantId()) && item.hasNonNull("id")) {
                ids.add(item.path("id").asText());
            }
        });
        return ids;
    }

    /** How its rows are, by table: what changes a row raises its generation, and what adds or removes one is counted. */
    Map<String, String> rows(Database database) {
        Map<String, String> rows = new TreeMap<>();
        for (String table : database.texts("""
                select c.table_schema || '.' || c.table_name || case when exists (select from information_schema.columns g
                        where g.table_schema = c.table_schema and g.table_name = c.table_name and g.column_name = 'generation')
                    then ' generation' else ' 0' end
                from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE' and c.table_name not like 'audit_entry%'
                    and c.table_schema not in ('audit', 'information_schema', 'pg_catalog') and c.table_name not in (""" + GOES_ON + ") order by 1")) {
            String[] parts = table.split(" ", -1);
            rows.put(
                    parts[0],
                    database.texts("select count(*) || ' rows of ' || coalesce(sum(" + parts[1] + "), 0) from "
                                    + parts[0] + " where tenant_id = '" + customer.tenantId() + "'")
                            .getFirst());
        }
        return rows;
    }
}
