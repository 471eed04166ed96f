package io.skyholm.compute.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whoever may not begin an operation may neither cancel nor retry one, and hears the same. */
@QuarkusTest
class OperationAccessTest {

    private static final Sql SQL = Sql.asSuperuser("compute");

    /** What begins each kind. To delete many takes two permissions, and SelectionApiTest shows both. */
    private static final String DIRECT = """
            CREATE         | INSTANCE     | POST /v1/instances
            START          | INSTANCE     | POST /v1/instances/{instance}/start
            STOP           | INSTANCE     | POST /v1/instances/{instance}/stop
            RESTART        | INSTANCE     | POST /v1/instances/{instance}/restart
            SUSPEND        | INSTANCE     | POST /v1/instances/{instance}/suspend
            RESUME         | INSTANCE     | POST /v1/instances/{instance}/resume
            RESIZE         | INSTANCE     | POST /v1/instances/{instance}/resize
            REBUILD        | INSTANCE     | POST /v1/instances/{instance}/rebuild
            RESET_PASSWORD | INSTANCE     | POST /v1/instances/{instance}/reset-password
            DELETE         | INSTANCE     | DELETE /v1/instances/{instance}
            UNDELETE       | INSTANCE     | POST /v1/instances/{instance}/undelete
            MOVE           | INSTANCE     | POST /v1/machines/{machine}/maintenance
            RECOVER        | INSTANCE     | POST /v1/machines/{machine}/fence
            START_SET      | INSTANCE_SET | POST /v1/instance-sets/{set}/start
            STOP_SET       | INSTANCE_SET | POST /v1/instance-sets/{set}/stop
            LAUNCH_SET     | INSTANCE_SET | POST /v1/instance-sets/{set}/launch
            START_MANY     | INSTANCES    | POST /v1/instances/actions
            STOP_MANY      | INSTANCES    | POST /v1/instances/actions
            RESTART_MANY   | INSTANCES    | POST /v1/instances/actions
            """;

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private final Map<String, Person> callers = new LinkedHashMap<>();
    private final Map<String, UUID> things = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private Guest guest;

    @BeforeEach
    void callersAndWhatTheyActOn() {
        UUID pool = Fresh.pool();
        guest = Guest.made(owner, tenant, Guest.in(pool, "cpuCores", 1));
        SQL.change(
                "update instance set status = 'RUNNING', power = 'RUNNING', operation_id = null where id = ?",
                guest.id());
        things.put("instance", guest.id());
        things.put("machine", Fresh.machine(pool));
        things.put("set", owner.made("/v1/instance-sets", Map.of("name", Fresh.name())));
        for (BuiltInRole role : BuiltInRole.values()) {
            callers.put(role.name(), Person.in(tenant, role));
        }
        callers.put("who may execute operations alone", allowed("OPERATION:EXECUTE"));
        for (String action : new String[] {"CREATE", "UPDATE", "DELETE", "EXECUTE"}) {
            callers.put("who may " + action + " instances", allowed("OPERATION:EXECUTE", "INSTANCE:" + action));
        }
    }

    @TestFactory
    Stream<DynamicTest> cancelAndRetryRefuseAsTheDirectCallDoes() {
        return DIRECT.lines().map(line -> line.split(" *\\| *", -1)).flatMap(row -> callers.entrySet().stream()
                .map(caller -> DynamicTest.dynamicTest(row[0] + " by " + caller.getKey(), () -> {
                    Person person = caller.getValue();
                    String refusal = refusal(direct(person, row[2]));
                    operationIs(OperationKind.valueOf(row[0]), row[1], "RUNNING");
                    assertThat(refusal(operation(person, "cancel"))).isEqualTo(refusal);
                    operationIs(OperationKind.valueOf(row[0]), row[1], "FAILED");
                    assertThat(refusal(operation(person, "retry"))).isEqualTo(refusal);
                })));
    }

    private void operationIs(OperationKind kind, String resourceType, String status) {
        String request =
                switch (kind) {
                    case RESIZE -> """
                    {"wanted":{"cpuCores":2,"memoryGb":4,"storageGb":10,"gpuCount":0},
                     "before":{"cpuCores":1,"memoryGb":4,"storageGb":10,"gpuCount":0}}""";
                    default -> "{}";
                };
        SQL.change(
                "update operation set kind = ?, resource_type = ?, status = ?, request = ?,"
                        + " ended_at = case ? when 'RUNNING' then null else now() end where id = ?",
                kind.name(),
                resourceType,
                status,
                request,
                status,
                guest.operation());
    }

    private Response operation(Person person, String what) {
        return dryRun(person).post("/v1/operations/" + guest.operation() + "/" + what);
    }

    private Response direct(Person person, String call) {
        String path = call.substring(call.indexOf(' ') + 1);
        for (Map.Entry<String, UUID> thing : things.entrySet()) {
            path = path.replace("{" + thing.getKey() + "}", thing.getValue().toString());
        }
        return call.startsWith("DELETE")
                ? dryRun(person).delete(path)
                : dryRun(person).body("{}").post(path);
    }

    private static RequestSpecification dryRun(Person person) {
        return person.request().queryParam("dry_run", true);
    }

    /** What the caller may not do; empty where only the state of things can be in the way. */
    private static String refusal(Response answer) {
        assertThat(answer.statusCode()).isLessThan(500).isNotIn(401, 404);
        return answer.statusCode() == 403 ? answer.path("detail") : "";
    }

    /** Somebody with a role that the tenant made for itself. */
    private Person allowed(String... permissions) {
        Person person = Person.in(tenant, BuiltInRole.USER);
        String role = Fresh.name();
        SQL.change(
                "insert into known_role values (?, 1, ?, ?, ?::text[])",
                UUID.randomUUID(),
                tenant,
                role,
                "{" + String.join(",", permissions) + "}");
        SQL.change(
                "insert into known_user (id, generation, tenant_id, username, status, roles)"
                        + " values (?, 1, ?, 'ada', 'ACTIVE', array[?])",
                person.id(),
                tenant,
                role);
        return person;
    }
}
