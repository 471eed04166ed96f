package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances and sets of them are made of what a template is, or of what it was. */
@QuarkusTest
class FromTemplateTest {

    private static final String FIRST = "v1.0.0";

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private final UUID imageThen = UUID.randomUUID();
    private final UUID imageNow = UUID.randomUUID();
    private UUID pool = tenant;
    private UUID template = tenant;

    /** A template that has changed since its first version. */
    @BeforeEach
    void aTemplate() {
        pool = Fresh.pool();
        Map<String, Object> body = Fresh.template("Web");
        body.put("baseImageId", imageThen);
        body.put("userData", "#cloud-config then");
        template = made("/v1/templates", body, 201, "id");
        owner.patch(
                        "/v1/templates/" + template,
                        Map.of("defaultCpuCores", 8, "baseImageId", imageNow, "userData", "#cloud-config now"))
                .then()
                .statusCode(200);
    }

    @Test
    void instanceIsMadeOfTheVersionThatWasAskedForUnlessItSaysOtherwise() {
        Guest then = Guest.made(owner, tenant, body("templateVersion", FIRST));
        then.shown()
                .then()
                .body("cpuCores", equalTo(2))
                .body("image", equalTo(imageThen.toString()))
                .body("templateVersion", equalTo(FIRST));
        assertThat(userData(then)).isEqualTo("#cloud-config then");
        Guest now = Guest.made(owner, tenant, body("name", "web"));
        now.shown()
                .then()
                .body("cpuCores", equalTo(8))
                .body("image", equalTo(imageNow.toString()))
                .body("templateVersion", nullValue());
        Map<String, Object> own = body("templateVersion", FIRST);
        own.put("memoryGb", 32);
        Guest.made(owner, tenant, own)
                .shown()
                .then()
                .body("memoryGb", equalTo(32))
                .body("cpuCores", equalTo(2));
        Map<String, Object> planned = body("planId", Fresh.plan());
        planned.put("templateVersion", FIRST);
        Guest.made(owner, tenant, planned)
                .shown()
                .then()
                .body("storageGb", equalTo(80))
                .body("image", equalTo(imageThen.toString()))
                .body("templateId", equalTo(template.toString()));
        planned.put("templateId", UUID.randomUUID());
        refused(owner.post("/v1/instances", planned), "templateId");
    }

    @Test
    void versionThatIsNoneIsRefusedByItsName() {
        refused(owner.post("/v1/instances", body("templateVersion", "v9")), "templateVersion");
        refused(
                owner.post("/v1/placements", Map.of("templateId", template, "templateVersion", "v9")),
                "templateVersion");
        refused(owner.post("/v1/instances", Guest.in(pool, "templateVersion", FIRST)), "templateVersion");
        Person stranger = Person.in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN);
        refused(stranger.post("/v1/instances", body("templateVersion", FIRST)), "templateId");
    }

    @Test
    void versionsGoTheWayOfTheirTemplate() {
        owner.patch("/v1/templates/" + template, Map.of("status", "DEPRECATED"));
        Guest guest = Guest.made(owner, tenant, body("templateVersion", FIRST));
        owner.patch("/v1/templates/" + template, Map.of("status", "ARCHIVED"));
        owner.post("/v1/instances", body("templateVersion", FIRST))
                .then()
                .statusCode(409)
                .body("code", equalTo("TEMPLATE_ARCHIVED"));
        owner.post(guest.path() + "/rebuild", Map.of("templateId", template))
                .then()
                .statusCode(409)
                .body("code", equalTo("TEMPLATE_ARCHIVED"));
        owner.post("/v1/placements", Map.of("templateId", template, "templateVersion", FIRST))
                .then()
                .statusCode(409)
                .body("code", equalTo("TEMPLATE_ARCHIVED"));
        owner.delete("/v1/templates/" + template).then().statusCode(200);
        refused(owner.post("/v1/instances", body("templateVersion", FIRST)), "templateId");
    }

    @Test
    void rebuiltInstanceHasWhatTheVersionSays() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        refused(owner.post(guest.path() + "/rebuild", Map.of("templateVersion", FIRST)), "templateVersion");
        owner.post(guest.path() + "/rebuild", Map.of("templateId", template, "templateVersion", FIRST))
                .then()
                .statusCode(202);
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        guest.shown()
                .then()
                .body("image", equalTo(imageThen.toString()))
                .body("templateVersion", equalTo(FIRST))
                .body("cpuCores", equalTo(2));
        assertThat(userData(guest)).isEqualTo("#cloud-config then");
        refused(owner.post(guest.path() + "/rebuild", Map.of("templateVersion", "v9")), "templateVersion");
        owner.post(guest.path() + "/rebuild", Map.of("templateId", template, "image", "debian-13"))
                .then()
                .statusCode(202);
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        guest.shown().then().body("image", equalTo("debian-13")).body("templateVersion", nullValue());
        assertThat(userData(guest)).isEqualTo("#cloud-config now");
    }

    @Test
    void setIsLaunchedAsItsTemplateWas() {
        Fresh.machine(pool);
        UUID set = made("/v1/instance-sets", Map.of("name", Fresh.name()), 201, "id");
        Map<String, Object> body = Fresh.template(Fresh.name());
        body.put("templateType", "INSTANCE_SET");
        body.put("members", List.of(member("web", 2), member("database", 1)));
        UUID cluster = made("/v1/templates", body, 201, "id");
        owner.patch("/v1/templates/" + cluster, Map.of("members", List.of(member("web", 3))))
                .then()
                .statusCode(200);
        Map<String, Object> launch = new HashMap<>(Map.of("templateId", cluster, "resourcePoolId", pool));
        launch.put("templateVersion", "v9");
        refused(owner.post("/v1/instance-sets/" + set + "/launch", launch), "templateVersion");
        launch.put("templateVersion", FIRST);
        String launched = owner.post("/v1/instance-sets/" + set + "/launch", launch)
                .then()
                .statusCode(202)
                .body("kind", equalTo("LAUNCH_SET"))
                .extract()
                .path("id");
        owner.get("/v1/operations?parentId=" + launched).then().body("items.size()", equalTo(3));
        Eventually.rows(3, "select count(*) from instance where resource_pool_id = ?", pool);
        Response members = owner.get("/v1/instance-sets/" + set + "/members");
        assertThat(members.jsonPath().getList("items.role")).containsExactlyInAnyOrder("web", "web", "database");
        owner.get("/v1/instances/" + members.path("items[0].instanceId"))
                .then()
                .body("cpuCores", equalTo(2))
                .body("image", equalTo(imageThen.toString()))
                .body("templateVersion", equalTo(FIRST));
    }

    /** Members that are what the other template was at first. */
    private Map<String, Object> member(String role, int count) {
        return Map.of("role", role, "count", count, "templateId", template, "templateVersion", FIRST);
    }

    private Map<String, Object> body(String field, Object value) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "web", "resourcePoolId", pool, "templateId", template));
        body.put(field, value);
        return body;
    }

    private UUID made(String path, Map<String, ?> body, int status, String id) {
        return UUID.fromString(
                owner.post(path, body).then().statusCode(status).extract().path(id));
    }

    private static void refused(Response answer, String field) {
        answer.then().statusCode(422).body("errors[0].field", equalTo(field));
    }

    private static String userData(Guest guest) {
        return String.valueOf(Sql.asSuperuser("compute")
                .rows("select user_data from instance where id = ?", guest.id())
                .getFirst()
                .get("user_data"));
    }
}
