package io.skyholm.compute.image;

import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.LimitedRole;
import io.skyholm.events.identity.RoleEvents;
import io.skyholm.events.identity.RoleFact;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Projects;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever works in one project boots instances from its images, and from none of another's. */
@QuarkusTest
class ProjectsOfImagesTest {

    private static final String INSTANCES = "/v1/instances";

    private final UUID tenant = UUID.randomUUID();

    @Test
    void projectsBootFromTheirOwnImagesAlone() {
        UUID pool = Fresh.pool();
        UUID shop = UserGroups.known(tenant);
        Person seller = Projects.member(tenant, shop);
        Person researcher = Projects.member(tenant, UserGroups.known(tenant));
        KnownImage image = KnownImage.of(seller);
        isTaken(seller, pool, image);
        isRefused(researcher, pool, image);
        isTaken(researcher, pool, KnownImage.ofPlatform());
        KnownImage shared = KnownImage.forGroup(seller, shop);
        isTaken(seller, pool, shared);
        isRefused(researcher, pool, shared);
    }

    @Test
    void whoMayMakeInstancesAndReadsNoImagesBootsFromNone() {
        UUID pool = Fresh.pool();
        Person maker = Projects.holding(tenant, Set.of(maker()), Set.of());
        KnownImage image = KnownImage.of(maker);
        isRefused(maker, pool, image);
        isRefused(maker, pool, KnownImage.ofPlatform());
        maker.post(INSTANCES, Guest.in(pool)).then().statusCode(202);
        UUID project = UserGroups.known(tenant);
        Person reader =
                Projects.holding(tenant, Set.of(maker()), Set.of(new LimitedRole(BuiltInRole.USER.name(), project)));
        isRefused(reader, pool, KnownImage.of(Person.in(tenant, BuiltInRole.USER)));
    }

    private static void isTaken(Person person, UUID pool, KnownImage image) {
        person.post(INSTANCES, Guest.in(pool, "imageVersionId", image.version()))
                .then()
                .statusCode(202);
    }

    private static void isRefused(Person person, UUID pool, KnownImage image) {
        person.post(INSTANCES, Guest.in(pool, "imageVersionId", image.version()))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("imageVersionId"));
    }

    /** A role of the tenant's that allows making instances, and nothing else. */
    private String maker() {
        String name = "maker-" + UUID.randomUUID();
        Set<Permission> permissions = Set.of(new Permission(ResourceType.INSTANCE, Action.CREATE));
        Instant now = Instant.now();
        Broker.tell(
                RoleEvents.CREATED,
                new RoleFact(UUID.randomUUID(), 1, tenant, name, null, false, permissions, now, now, null, null, null));
        Eventually.rows(1, "select count(*) from known_role where name = ?", name);
        return name;
    }
}
