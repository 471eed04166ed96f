package io.skyholm.compute;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;

import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the operations on what instances stand on and are made of are called rightly. */
final class InventoryExamples {

    private InventoryExamples() {}

    /** On things of that tenant and of the platform. */
    static Examples in(UUID tenant) {
        Examples examples = new Examples();
        Fresh.known(tenant);
        places(examples);
        machines(examples);
        templates(examples, tenant);
        scripts(examples, tenant);
        return examples;
    }

    private static void places(Examples examples) {
        UUID place = Fresh.dataCenter();
        UUID pool = Fresh.pool();
        examples.example("POST /v1/data-centers", Map.of("name", Fresh.name()))
                .example("PATCH /v1/data-centers/{id}", Map.of("location", "Delft"))
                .path("/v1/data-centers/{id}", () -> "/v1/data-centers/" + place)
                .example("POST /v1/compute-pools", Map.of("edgeDataCenterId", place, "name", Fresh.name()))
                .example("PATCH /v1/compute-pools/{id}", Map.of("description", "Other"))
                .path("/v1/compute-pools/{id}", () -> "/v1/compute-pools/" + pool);
    }

    private static void machines(Examples examples) {
        UUID pool = Fresh.pool();
        UUID machine = Fresh.machine(pool, "tags", List.of("ssd"));
        UUID silent = Fresh.machine(pool);
        Sql.asSuperuser("compute")
                .change("update compute_machine set status = 'OFFLINE', status_before = 'ACTIVE' where id = ?", silent);
        UUID token = Fresh.made("/v1/join-tokens", Map.of("resourcePoolId", pool));
        examples.example("POST /v1/machines", Fresh.machineIn(pool))
                .example("PATCH /v1/machines/{id}", Map.of("tags", List.of("ssd")))
                .path("/v1/machines/{id}", () -> "/v1/machines/" + machine)
                .example("POST /v1/machines/{id}/maintenance", Map.of("reason", "new disks"))
                .path("/v1/machines/{id}/maintenance", () -> "/v1/machines/" + machine + "/maintenance")
                .path("/v1/machines/{id}/fence", () -> "/v1/machines/" + silent + "/fence")
                .example("POST /v1/join-tokens", Map.of("resourcePoolId", pool))
                .path("/v1/join-tokens/{id}", () -> "/v1/join-tokens/" + token)
                .example("POST /v1/host-joins", Host.joining(Host.token(pool), HostKeys.fresh()));
    }

    private static void templates(Examples examples, UUID tenant) {
        Map<String, Object> body = Fresh.template(Fresh.name());
        body.putAll(Map.of("tenantId", tenant, "useCase", "DATABASE", "tags", List.of("sql")));
        UUID template = Fresh.made("/v1/templates", body);
        String versions = "/v1/templates/" + template + "/versions";
        String version = ADMIN.get(versions).path("items[0].id");
        examples.example("POST /v1/templates", Fresh.template(Fresh.name()))
                .example("PATCH /v1/templates/{id}", Map.of("description", "Other"))
                .path("/v1/templates/{id}", () -> "/v1/templates/" + template)
                .example("POST /v1/templates/{id}/versions", Map.of("versionNumber", "v2", "changelog", "Larger"))
                .path("/v1/templates/{id}/versions", () -> versions)
                .path("/v1/templates/{id}/versions/{versionId}", () -> versions + "/" + version);
    }

    private static void scripts(Examples examples, UUID tenant) {
        Map<String, ?> data = Map.of("script", "echo hello", "variables", List.of(Map.of("name", "DOMAIN")));
        UUID script =
                Fresh.made("/v1/stack-scripts", Map.of("tenantId", tenant, "name", Fresh.name(), "scriptData", data));
        examples.example("POST /v1/stack-scripts", Map.of("name", Fresh.name(), "scriptData", data))
                .example("PATCH /v1/stack-scripts/{id}", Map.of("scriptData", data))
                .path("/v1/stack-scripts/{id}", () -> "/v1/stack-scripts/" + script);
    }
}
