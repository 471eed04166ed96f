package io.skyholm.storage.attachment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.LimitedRole;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Projects;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever works in one project attaches its disks to its instances, and sees nothing of another's. */
@QuarkusTest
class ProjectsOfAttachmentsTest {

    private static final String ATTACHMENTS = "/v1/disk-attachments";

    private final UUID tenant = UUID.randomUUID();

    @Test
    void projectsAttachTheirOwnDisksToTheirOwnInstancesAlone() {
        Person seller = Projects.member(tenant, UserGroups.known(tenant));
        Person researcher = Projects.member(tenant, UserGroups.known(tenant));
        Storage storage = Storage.of(10);
        Guest sold = Guest.on(storage.host(), seller);
        Guest searched = Guest.on(storage.host(), researcher);
        UUID disk = storage.available(seller, 1);

        seller.post(Attached.of(disk), Attached.to(searched, "/data"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("instanceId"));
        researcher
                .post(Attached.of(disk), Attached.to(searched, "/data"))
                .then()
                .statusCode(404);
        Attached attached = Attached.made(storage, seller, disk, sold);
        seller.get(ATTACHMENTS).then().body("items.id", contains(attached.id().toString()));
        researcher.get(ATTACHMENTS).then().body("items", empty());
        researcher.get(attached.path()).then().statusCode(404);
        researcher.delete(attached.path()).then().statusCode(404);
    }

    @Test
    void whoMayChangeDisksAndNoInstancesAttachesNone() {
        Person keeper = Projects.holding(tenant, Set.of(storekeeper()), Set.of());
        Storage storage = Storage.of(10);
        Guest guest = Guest.on(storage.host(), Person.in(tenant, BuiltInRole.USER));
        UUID disk = storage.available(keeper, 1);
        keeper.post(Attached.of(disk), Attached.to(guest, "/data"))
                .then()
                .statusCode(403)
                .body("detail", containsString("INSTANCE:UPDATE"));
        keeper.get(ATTACHMENTS).then().body("items", empty());
    }

    @Test
    void whoMayChangeTheInstancesOfOneProjectAttachesDisksToThoseAlone() {
        UUID project = UserGroups.known(tenant);
        Person keeper = Projects.holding(
                tenant, Set.of(storekeeper()), Set.of(new LimitedRole(BuiltInRole.USER.name(), project)));
        Storage storage = Storage.of(10);
        Guest within = Guest.on(storage.host(), Projects.member(tenant, project));
        Guest without = Guest.on(storage.host(), Person.in(tenant, BuiltInRole.USER));
        UUID disk = storage.available(keeper, 1);
        keeper.post(Attached.of(disk), Attached.to(without, "/data"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("instanceId"));
        keeper.post(Attached.of(disk), Attached.to(within, "/data")).then().statusCode(201);
    }

    @Test
    void whoMayChangeDisksAndNotReadThemAttachesNone() {
        String blind = Projects.role(
                tenant,
                Set.of(
                        new Permission(ResourceType.STORAGE, Action.UPDATE),
                        new Permission(ResourceType.INSTANCE, Action.UPDATE)));
        Person blindly = Projects.holding(tenant, Set.of(blind), Set.of());
        Storage storage = Storage.of(10);
        Guest guest = Guest.on(storage.host(), Person.in(tenant, BuiltInRole.USER));
        UUID disk = storage.available(Person.in(tenant, BuiltInRole.TENANT_ADMIN), 1);
        blindly.post(Attached.of(disk), Attached.to(guest, "/data")).then().statusCode(404);
    }

    /** A role of the tenant's that allows all with disks, and nothing else. */
    private String storekeeper() {
        return Projects.role(tenant, Permission.on(ResourceType.STORAGE).collect(Collectors.toSet()));
    }

    @Test
    void whatAProjectDoesNotSeeStandsInTheWayAllTheSame() {
        Person seller = Projects.member(tenant, UserGroups.known(tenant));
        Person administrator = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        Storage storage = Storage.of(10);
        Guest sold = Guest.on(storage.host(), seller);
        Attached.begun(storage, administrator, storage.available(administrator, 1), sold);
        UUID disk = storage.available(seller, 1);
        String taken = administrator
                .get(ATTACHMENTS + "?instanceId=" + sold.id())
                .then()
                .extract()
                .path("items[0].mountPath");
        seller.post(Attached.of(disk), Attached.to(sold, taken))
                .then()
                .statusCode(409)
                .body("code", equalTo("MOUNT_PATH_TAKEN"));
    }
}
