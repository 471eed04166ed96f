package io.skyholm.identity.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users are taken into groups, and leave them. */
@QuarkusTest
class MembersApiTest {

    private UUID tenant;
    private Person owner;
    private UUID group;
    private UUID user;

    @BeforeEach
    void freshTenant() {
        tenant = Fresh.tenant();
        owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        group = Fresh.group(tenant);
        user = Fresh.user(tenant);
    }

    @Test
    void memberIsOneFromWhenTheyAreAddedUntilTheyAreRemovedAndMayComeBack() {
        Response added = add(user);
        added.then()
                .statusCode(201)
                .body("groupId", equalTo(group.toString()))
                .body("userId", equalTo(user.toString()))
                .body("tenantId", equalTo(tenant.toString()))
                .body("joinedAt", notNullValue())
                .body("addedBy", equalTo(owner.id().toString()));
        owner.get(members()).then().body("items.userId", contains(user.toString()));
        add(user).then().statusCode(409).body("code", equalTo("ALREADY_A_MEMBER"));
        owner.delete(members() + "/" + user).then().statusCode(200).body("removedAt", notNullValue());
        owner.delete(members() + "/" + user).then().statusCode(404);
        owner.get(members()).then().body("items", empty());
        UUID membership = UUID.fromString(added.path("id"));
        assertThat(Told.types(membership))
                .containsExactly("identity.group-member.added.v1", "identity.group-member.removed.v1");
        assertThat(Told.of(membership))
                .last()
                .satisfies(event -> assertThat(event.get("payload")).asString().contains("removedAt"));
        add(user).then().statusCode(201);
    }

    @Test
    void memberIsAUserOfTheGroupsTenantUntilTheyAreDeleted() {
        add(Fresh.user(Fresh.tenant())).then().statusCode(422).body("errors.field", contains("userId"));
        UUID membership = UUID.fromString(add(user).path("id"));
        owner.delete("/v1/users/" + user).then().statusCode(200);
        owner.get(members()).then().body("items", empty());
        assertThat(Told.types(membership))
                .containsExactly("identity.group-member.added.v1", "identity.group-member.removed.v1");
        add(user).then().statusCode(422).body("errors.field", contains("userId"));
        owner.delete("/v1/groups/" + group).then().statusCode(200);
    }

    @Test
    void keyAnswersForItsOwnGroupOnly() {
        String key = UUID.randomUUID().toString();
        String first = addWithKey(key, group).then().statusCode(201).extract().asString();
        addWithKey(key, group).then().statusCode(201).body(equalTo(first));
        addWithKey(key, Fresh.group(tenant)).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    private Response add(UUID newcomer) {
        return owner.post(members(), Map.of("userId", newcomer));
    }

    private Response addWithKey(String key, UUID to) {
        return owner.request()
                .header("Idempotency-Key", key)
                .body(Map.of("userId", user))
                .post("/v1/groups/" + to + "/members");
    }

    private String members() {
        return "/v1/groups/" + group + "/members";
    }
}
