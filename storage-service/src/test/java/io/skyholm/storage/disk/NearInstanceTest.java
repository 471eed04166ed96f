package io.skyholm.storage.disk;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disks that are made where the instance is that they are for. */
@QuarkusTest
class NearInstanceTest {

    private static final String DISKS = "/v1/disks";

    private Person owner;
    private Storage storage;

    @BeforeEach
    void aPoolAndAnEmptierOne() {
        owner = Person.fresh();
        storage = Storage.of(30);
        ADMIN.made("/v1/storage-pools", Storage.pool(Host.in(storage.host().dataCenter()), 500));
    }

    @Test
    void aDiskIsMadeOnTheMachineOfItsInstanceThoughAnotherHasMoreRoom() {
        Guest guest = Guest.on(storage.host(), owner);
        UUID disk = owner.made(DISKS, near(guest.id(), 20));
        owner.get(DISKS + "/" + disk)
                .then()
                .body("storagePoolId", equalTo(storage.pool().toString()));
        owner.post(DISKS, near(guest.id(), 11)).then().statusCode(507).body("code", equalTo("STORAGE_POOL_FULL"));
        assertThat(storage.allocated()).isEqualTo(20);
    }

    @Test
    void anInstanceWithoutAMachineIsNowhereNear() {
        Guest guest = Guest.without(owner);
        owner.post(DISKS, near(guest.id(), 1)).then().statusCode(409).body("code", equalTo("INSTANCE_NOT_PLACED"));
        guest.isOn(Host.in(storage.host().dataCenter()));
        isRefused(owner, near(guest.id(), 1));
        guest.isDeleted();
        isRefused(owner, near(guest.id(), 1));
    }

    @Test
    void anInstanceThatOneMayNotUseIsRefusedAsOneThatIsNotThere() {
        Guest guest = Guest.on(storage.host(), owner);
        Person foreign = Person.fresh();
        assertThat(isRefused(foreign, near(guest.id(), 1))).isEqualTo(isRefused(foreign, near(UUID.randomUUID(), 1)));
        Map<String, Object> given = near(guest.id(), 1);
        given.put("tenantId", Fresh.known(foreign.tenant()));
        isRefused(ADMIN, given);
        given.put("tenantId", Fresh.known(owner.tenant()));
        ADMIN.post(DISKS, given).then().statusCode(201);
    }

    @Test
    void whereASnapshotIsNoInstanceSays() {
        Map<String, Object> both = near(Guest.on(storage.host(), owner).id(), 1);
        both.put("sourceSnapshotId", UUID.randomUUID());
        isRefused(owner, both);
        assertThat(storage.allocated()).isZero();
    }

    private String isRefused(Person caller, Map<String, Object> body) {
        return caller.post(DISKS, body)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("nearInstanceId"))
                .extract()
                .path("errors")
                .toString();
    }

    private Map<String, Object> near(UUID instance, int sizeGb) {
        Map<String, Object> body = storage.disk(sizeGb);
        body.put("nearInstanceId", instance);
        return body;
    }
}
