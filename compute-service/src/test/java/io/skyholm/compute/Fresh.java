package io.skyholm.compute;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;

import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Things of which no other test knows. */
public final class Fresh {

    private Fresh() {}

    public static String name() {
        return "Thing " + UUID.randomUUID();
    }

    /** An address that nothing else has. */
    public static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
    }

    /** Has the service know that tenant, as if identity had told of it. */
    public static UUID known(UUID tenant) {
        Sql.asSuperuser("compute")
                .change("insert into known_tenant values (?, 1, 'ACTIVE') on conflict do nothing", tenant);
        return tenant;
    }

    /** Makes a data centre and gives its id. */
    public static UUID dataCenter() {
        return made("/v1/data-centers", Map.of("name", name()));
    }

    /** Makes a pool in a data centre of its own and gives its id. */
    public static UUID pool() {
        return pool(dataCenter());
    }

    public static UUID pool(UUID dataCenter) {
        return made("/v1/compute-pools", Map.of("edgeDataCenterId", dataCenter, "name", name()));
    }

    /** The body that makes a machine of 16 cores, 64 GB and 1,000 GB in that pool. */
    public static Map<String, Object> machineIn(UUID pool) {
        Map<String, Object> body = new HashMap<>();
        body.put("resourcePoolId", pool);
        body.put("hostname", "host-" + UUID.randomUUID());
        body.put("cpuCores", 16);
        body.put("memoryGb", 64);
        body.put("storageGb", 1000);
        body.put("managementIp", address());
        return body;
    }

    /** The same with one field as it is given. */
    public static Map<String, Object> machineIn(UUID pool, String field, Object value) {
        Map<String, Object> body = machineIn(pool);
        body.put(field, value);
        return body;
    }

    /** Makes a machine whose agent has joined and is heard for the next hour, and gives its id. */
    public static UUID machine(UUID pool) {
        return heard(pool, machineIn(pool));
    }

    /** The same with one field as it is given. */
    public static UUID machine(UUID pool, String field, Object value) {
        return heard(pool, machineIn(pool, field, value));
    }

    private static UUID heard(UUID pool, Map<String, Object> described) {
        UUID machine = made("/v1/machines", described);
        Map<String, Object> joining = Host.joining(Host.token(pool), HostKeys.fresh());
        joining.put("managementIp", described.get("managementIp"));
        Host.join(joining).then().statusCode(201);
        Sql.asSuperuser("compute")
                .change("update compute_machine set last_heartbeat = now() + interval '1 hour' where id = ?", machine);
        return machine;
    }

    /** The body that makes a template of 2 cores, 4 GB and 40 GB of that name. */
    public static Map<String, Object> template(String name) {
        return new HashMap<>(Map.of("name", name, "defaultCpuCores", 2, "defaultMemoryGb", 4, "defaultStorageGb", 40));
    }

    /** Makes a plan of 2 cores, 4 GB and 80 GB, as if billing had told of it, and gives its id. */
    public static UUID plan() {
        UUID id = UUID.randomUUID();
        Sql.asSuperuser("compute").change("""
                insert into known_plan (id, generation, name, cpu_cores, memory_gb, storage_gb, is_active)
                values (?, 1, ?, 2, 4, 80, true)""", id, name());
        return id;
    }

    /** Makes whatever is made under that path and gives its id. */
    public static UUID made(String path, Map<String, ?> body) {
        return ADMIN.made(path, body);
    }
}
