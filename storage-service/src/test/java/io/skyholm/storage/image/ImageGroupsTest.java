package io.skyholm.storage.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Groups;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An image of a group is for its members, its owner and who manages images. */
@QuarkusTest
class ImageGroupsTest {

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
        UUID image = UUID.fromString(owner.post("/v1/images", ofGroup(group))
                .then()
                .statusCode(201)
                .body("userGroupId", equalTo(group.toString()))
                .extract()
                .path("id"));
        Person member = Person.in(tenant, BuiltInRole.USER);
        Person manager = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        sees(owner, image, true);
        sees(manager, image, true);
        sees(member, image, false);
        UUID membership = Groups.join(tenant, group, member.id());
        Eventually.holds("the member sees it", () -> status(member, image) == 200);
        sees(member, image, true);
        Groups.leave(membership, tenant, group, member.id());
        Eventually.holds("the former member does not", () -> status(member, image) == 404);
        member.patch("/v1/images/" + image, Map.of("name", "Mine")).then().statusCode(404);
        String forAll = owner.patch("/v1/images/" + image, Map.of("visibility", "PRIVATE"))
                .then()
                .statusCode(200)
                .extract()
                .path("userGroupId");
        assertThat(forAll).isNull();
    }

    @Test
    void groupIsOneOfTheSameTenant() {
        UUID foreign = Groups.known(UUID.randomUUID());
        owner.post("/v1/images", ofGroup(foreign))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("userGroupId"));
        Map<String, Object> without = Fresh.image("Web");
        without.put("visibility", "GROUP_SPECIFIC");
        owner.post("/v1/images", without).then().statusCode(422);
    }

    private static void sees(Person person, UUID image, boolean sees) {
        assertThat(status(person, image)).isEqualTo(sees ? 200 : 404);
        person.get("/v1/images?limit=500")
                .then()
                .body("items.id", sees ? hasItem(image.toString()) : not(hasItem(image.toString())));
    }

    private static int status(Person person, UUID image) {
        return person.get("/v1/images/" + image).statusCode();
    }

    private static Map<String, Object> ofGroup(UUID group) {
        Map<String, Object> body = Fresh.image("Web");
        body.put("visibility", "GROUP_SPECIFIC");
        body.put("userGroupId", group);
        return body;
    }
}
