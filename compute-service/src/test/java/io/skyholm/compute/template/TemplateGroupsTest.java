package io.skyholm.compute.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Groups;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A template of a group is for its members, its owner and who manages templates. */
@QuarkusTest
class TemplateGroupsTest {

    private UUID tenant;
    private Person owner;

    @BeforeEach
    void freshTenant() {
        tenant = UUID.randomUUID();
        owner = Person.in(tenant, BuiltInRole.USER);
    }

    @Test
    void membersSeeItFromTheirJoiningToTheirLeavingUntilItIsForAll() {
        UUID group = Groups.known(tenant);
        UUID template = UUID.fromString(owner.post("/v1/templates", ofGroup(group))
                .then()
                .statusCode(201)
                .body("userGroupId", equalTo(group.toString()))
                .extract()
                .path("id"));
        Person member = Person.in(tenant, BuiltInRole.USER);
        Person manager = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        sees(owner, template, true);
        sees(manager, template, true);
        sees(member, template, false);
        UUID membership = Groups.join(tenant, group, member.id());
        Eventually.holds("the member sees it", () -> status(member, template) == 200);
        sees(member, template, true);
        Groups.leave(membership, tenant, group, member.id());
        Eventually.holds("the former member does not", () -> status(member, template) == 404);
        member.patch("/v1/templates/" + template, Map.of("name", "Mine")).then().statusCode(404);
        String forAll = owner.patch("/v1/templates/" + template, Map.of("visibility", "PRIVATE"))
                .then()
                .statusCode(200)
                .extract()
                .path("userGroupId");
        assertThat(forAll).isNull();
    }

    @Test
    void groupIsOneOfTheSameTenant() {
        UUID foreign = Groups.known(UUID.randomUUID());
        owner.post("/v1/templates", ofGroup(foreign))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("userGroupId"));
        Map<String, Object> without = Fresh.template("Web");
        without.put("visibility", "GROUP_SPECIFIC");
        owner.post("/v1/templates", without).then().statusCode(422);
    }

    private static void sees(Person person, UUID template, boolean sees) {
        assertThat(status(person, template)).isEqualTo(sees ? 200 : 404);
        person.get("/v1/templates?limit=500")
                .then()
                .body("items.id", sees ? hasItem(template.toString()) : not(hasItem(template.toString())));
    }

    private static int status(Person person, UUID template) {
        return person.get("/v1/templates/" + template).statusCode();
    }

    private static Map<String, Object> ofGroup(UUID group) {
        Map<String, Object> body = Fresh.template("Web");
        body.put("visibility", "GROUP_SPECIFIC");
        body.put("userGroupId", group);
        return body;
    }
}
