package io.skyholm.storage.snapshot;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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
import io.skyholm.storage.Storage;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever works in one project sees the snapshots of its disks, and nothing of another's. */
@QuarkusTest
class ProjectsOfSnapshotsTest {

    private final UUID tenant = UUID.randomUUID();

    @Test
    void projectsSeeAndUseTheSnapshotsOfTheirOwnDisksAlone() {
        Person seller = Projects.member(tenant, UserGroups.known(tenant));
        Person researcher = Projects.member(tenant, UserGroups.known(tenant));
        Storage storage = Storage.of(10);
        UUID disk = storage.available(seller, 1);
        Taken taken = Taken.made(storage, seller, disk);

        seller.get(Taken.SNAPSHOTS).then().body("items.id", contains(taken.id().toString()));
        researcher.get(Taken.SNAPSHOTS).then().body("items", empty());
        researcher.get(taken.path()).then().statusCode(404);
        researcher.delete(taken.path()).then().statusCode(404);
        researcher.post(Taken.of(disk), Taken.named("mine")).then().statusCode(404);
        Map<String, Object> clone = storage.disk(1);
        clone.put("sourceSnapshotId", taken.id());
        researcher.post("/v1/disks", clone).then().statusCode(422).body("errors.field", hasItem("sourceSnapshotId"));
        UUID own = storage.available(researcher, 1);
        researcher
                .post("/v1/disks/" + own + "/rollback", Map.of("snapshotId", taken.id()))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("snapshotId"));
    }

    @Test
    void whoMayMakeDisksAndReadsThoseOfOneProjectCopiesNoOther() {
        UUID project = UserGroups.known(tenant);
        Person maker = Projects.holding(
                tenant, Set.of(diskMaker()), Set.of(new LimitedRole(BuiltInRole.USER.name(), project)));
        Person seller = Person.in(tenant, BuiltInRole.USER);
        Storage storage = Storage.of(10);
        UUID disk = storage.available(seller, 1);
        Taken taken = Taken.made(storage, seller, disk);
        maker.post(Taken.of(disk), Taken.named("mine")).then().statusCode(404);
        Map<String, Object> clone = storage.disk(1);
        clone.put("sourceSnapshotId", taken.id());
        maker.post("/v1/disks", clone).then().statusCode(422).body("errors.field", hasItem("sourceSnapshotId"));
        maker.post("/v1/disks", storage.disk(1)).then().statusCode(201);
    }

    /** A role of the tenant's that allows making disks, and nothing else. */
    private String diskMaker() {
        return Projects.role(tenant, Set.of(new Permission(ResourceType.STORAGE, Action.CREATE)));
    }
}
