package io.skyholm.compute.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A retry is refused by what has changed since the first try, as the direct call is. */
@QuarkusTest
class RetryTest {

    private static final Sql SQL = Sql.asSuperuser("compute");

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private Guest guest;

    @BeforeEach
    void anInstanceThatIsOff() {
        guest = Guest.made(owner, tenant, Guest.in(Fresh.pool()));
        SQL.change(
                "update operation set status = 'SUCCEEDED', ended_at = now() where id = ? and ended_at is null",
                guest.operation());
        SQL.change(
                "update instance set status = 'STOPPED', power = 'STOPPED', operation_id = null where id = ?",
                guest.id());
    }

    @Test
    void whatTheInstanceDoesNotAllowAnyMoreIsNotRetried() {
        owner.patch(guest.path(), Map.of("deletionProtection", true)).then().statusCode(200);
        endedAs("DELETE", "CANCELLED", "{}");
        for (Person person : new Person[] {owner, Person.ADMIN}) {
            retry(person).then().statusCode(409).body("code", equalTo("DELETION_PROTECTED"));
        }
        assertThat(guest.status()).isEqualTo("STOPPED");
        endedAs("UNDELETE", "FAILED", "{}");
        retry(owner).then().statusCode(409).body("code", equalTo("NOT_UNDELETABLE"));
        owner.patch(guest.path(), Map.of("deletionProtection", false)).then().statusCode(200);
        endedAs("DELETE", "CANCELLED", "{}");
        retry(owner).then().statusCode(202).body("kind", equalTo("DELETE"));
    }

    /** A move of what is off is retried as a start, and that is the tenant's. */
    @Test
    void operatorNeitherDeletesNorStartsATenantsInstanceByARetry() {
        Person operator = Person.in(UUID.randomUUID(), BuiltInRole.OPERATOR);
        endedAs("DELETE", "CANCELLED", "{}");
        retry(operator).then().statusCode(403).body("detail", containsString("INSTANCE:DELETE"));
        endedAs("MOVE", "FAILED", "{}");
        retry(operator).then().statusCode(403).body("detail", containsString("INSTANCE:EXECUTE"));
        assertThat(guest.status()).isEqualTo("STOPPED");
    }

    @Test
    void resizeIsRetriedOnlyToASizeThatCanStillBeHad() {
        endedAs("RESIZE", "FAILED", resize(2, 4, 10, null));
        retry(owner).then().statusCode(409).body("code", equalTo("SAME_SIZE"));

        UUID plan = Fresh.plan();
        endedAs("RESIZE", "FAILED", resize(2, 4, 80, plan));
        SQL.change("update known_plan set is_active = false where id = ?", plan);
        retry(owner).then().statusCode(422).body(containsString("planId"));
        SQL.change("update known_plan set is_active = true, cpu_cores = 3 where id = ?", plan);
        retry(owner).then().statusCode(422).body(containsString("another size"));

        Map<String, Object> needy = Fresh.template(Fresh.name());
        needy.put("minMemoryGb", 4);
        SQL.change("update instance set template_id = ? where id = ?", owner.made("/v1/templates", needy), guest.id());
        endedAs("RESIZE", "FAILED", resize(2, 1, 10, null));
        int direct = owner.post(guest.path() + "/resize", Map.of("memoryGb", 1)).statusCode();
        assertThat(direct).isEqualTo(422);
        retry(owner).then().statusCode(direct);

        SQL.change("update known_plan set cpu_cores = 2 where id = ?", plan);
        endedAs("RESIZE", "FAILED", resize(2, 4, 80, plan));
        retry(owner).then().statusCode(202).body("kind", equalTo("RESIZE"));
    }

    private Response retry(Person person) {
        return person.request().post("/v1/operations/" + guest.operation() + "/retry");
    }

    private void endedAs(String kind, String status, String request) {
        SQL.change(
                "update operation set kind = ?, status = ?, request = ?, ended_at = now() where id = ?",
                kind,
                status,
                request,
                guest.operation());
    }

    private static String resize(int cpuCores, int memoryGb, int storageGb, @Nullable UUID plan) {
        String planId = plan == null ? "null" : "\"" + plan + "\"";
        return """
                {"wanted":{"cpuCores":%d,"memoryGb":%d,"storageGb":%d,"gpuCount":0},"planId":%s,
                 "before":{"cpuCores":2,"memoryGb":4,"storageGb":10,"gpuCount":0}}""".formatted(cpuCores, memoryGb, storageGb, planId);
    }
}
