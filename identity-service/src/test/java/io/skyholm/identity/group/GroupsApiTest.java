package io.skyholm.identity.group;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups form a tree, and stay one. */
@QuarkusTest
class GroupsApiTest {

    private UUID tenant;
    private Person owner;

    @BeforeEach
    void freshTenant() {
        tenant = Fresh.tenant();
        owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void createdGroupIsShownChangedAndPublished() {
        UUID parent = Fresh.group(tenant);
        Response created = owner.post(
                "/v1/groups",
                Map.of(
                        "name",
                        "Film",
                        "parentGroupId",
                        parent,
                        "quotaConfig",
                        Map.of("instances", 4),
                        "description",
                        "x"));
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("tenantId", equalTo(tenant.toString()))
                .body("parentGroupId", equalTo(parent.toString()))
                .body("quotaConfig.instances", equalTo(4))
                .body("createdBy", equalTo(owner.id().toString()));
        String path = created.header("Location");
        assertThat(owner.get(path).jsonPath().getMap(""))
                .isEqualTo(created.jsonPath().getMap(""));
        owner.patch(path, Collections.singletonMap("parentGroupId", null))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("Film"))
                .body("quotaConfig.instances", equalTo(4))
                .body("parentGroupId", nullValue());
        owner.request()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Other"))
                .patch(path)
                .then()
                .statusCode(412);
        assertThat(Told.of(UUID.fromString(created.path("id")))).first().satisfies(event -> assertThat(event)
                .containsEntry("type", "identity.group.created.v1")
                .containsEntry("tenant_id", tenant));
        assertThat(Told.types(UUID.fromString(created.path("id"))))
                .containsExactly("identity.group.created.v1", "identity.group.changed.v1");
    }

    @Test
    void nameIsUniqueBesideOthersOnly() {
        UUID parent = Fresh.group(tenant);
        Map<String, Object> top = Map.of("name", "Film");
        Map<String, Object> within = Map.of("name", "Film", "parentGroupId", parent);
        owner.post("/v1/groups", top).then().statusCode(201);
        owner.post("/v1/groups", within).then().statusCode(201);
        for (Map<String, Object> body : List.of(top, within)) {
            Map<String, Object> shouted = new HashMap<>(body);
            shouted.put("name", "Film".toUpperCase(Locale.ROOT));
            owner.post("/v1/groups", shouted).then().statusCode(409).body("code", equalTo("GROUP_NAME_TAKEN"));
        }
    }

    @Test
    void parentIsAnotherGroupOfTheSameTenant() {
        UUID foreign = Fresh.group(Fresh.tenant());
        for (Person person : List.of(owner, ADMIN)) {
            person.post("/v1/groups", Map.of("tenantId", tenant, "name", "Film", "parentGroupId", foreign))
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("parentGroupId"));
            person.patch(path(Fresh.group(tenant)), Map.of("parentGroupId", foreign))
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("parentGroupId"));
        }
        UUID top = Fresh.group(tenant);
        UUID middle = Fresh.group(tenant, top);
        UUID low = Fresh.group(tenant, middle);
        for (UUID parent : List.of(top, middle, low)) {
            owner.patch(path(top), Map.of("parentGroupId", parent))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("GROUP_CYCLE"));
        }
    }

    @Test
    void ofTwoMovesThatMakeACircleTogetherOneIsRefused() {
        for (int round = 0; round < 5; round++) {
            List<UUID> both = List.of(Fresh.group(tenant), Fresh.group(tenant));
            assertThat(Crowd.of(2, number -> owner.patch(
                                    path(both.get(number)), Map.of("parentGroupId", both.get(1 - number)))
                            .statusCode()))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void groupThatHoldsGroupsOrMembersStays() {
        UUID top = Fresh.group(tenant);
        UUID low = Fresh.group(tenant, top);
        UUID user = Fresh.user(tenant);
        owner.post(path(low) + "/members", Map.of("userId", user)).then().statusCode(201);
        owner.delete(path(top)).then().statusCode(409).body("code", equalTo("GROUP_NOT_EMPTY"));
        owner.delete(path(low)).then().statusCode(409).body("code", equalTo("GROUP_NOT_EMPTY"));
        owner.delete(path(low) + "/members/" + user).then().statusCode(200);
        owner.delete(path(low)).then().statusCode(200);
        owner.delete(path(top)).then().statusCode(200);
        owner.delete(path(top)).then().statusCode(404);
        owner.get("/v1/groups").then().body("items", empty());
        owner.post("/v1/groups", Map.of("name", "Film", "parentGroupId", top))
                .then()
                .statusCode(422);
        assertThat(Told.types(top)).last().isEqualTo("identity.group.deleted.v1");
    }

    @Test
    void groupIsEitherDeletedOrTakesSomebodyIn() {
        for (int round = 0; round < 5; round++) {
            UUID group = Fresh.group(tenant);
            UUID user = Fresh.user(tenant);
            List<Integer> statuses = Crowd.of(
                    2,
                    number -> number == 0
                            ? owner.delete(path(group)).statusCode()
                            : owner.post(path(group) + "/members", Map.of("userId", user))
                                    .statusCode());
            assertThat(statuses).isIn(List.of(200, 404), List.of(409, 201));
        }
    }

    private static String path(UUID group) {
        return "/v1/groups/" + group;
    }
}
