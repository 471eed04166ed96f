package io.skyholm.storage.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of attachments by what hosts report and where instances are. */
@QuarkusTest
class HostOfAttachmentsTest {

    private Person owner;
    private Storage storage;
    private Guest guest;
    private UUID disk;

    @BeforeEach
    void aDiskAndAnInstanceOnItsHost() {
        owner = Person.fresh();
        storage = Storage.of(100);
        guest = Guest.on(storage.host(), owner);
        disk = storage.available(owner, 1);
    }

    @Test
    void whatAHostCannotDoIsSaidUntilItCan() {
        Attached attached = Attached.begun(storage, owner, disk, guest);
        storage.host().says(attached.told(), ThingState.FAILED, "There is no slot left");
        attached.isIn("FAILED");
        owner.get(attached.path()).then().body("statusReason", equalTo("There is no slot left"));
        attached.does();
        attached.isIn("ATTACHED");
        owner.get(attached.path()).then().body("statusReason", nullValue());
    }

    @Test
    void anAttachmentEndsWithItsInstanceOnceTheHostHasShownIt() {
        Attached attached = Attached.made(storage, owner, disk, guest);
        guest.isDeleted();
        attached.isIn("DETACHING");
        assertThat(attached.told().present()).isFalse();
        attached.does();
        attached.isIn("DETACHED");
    }

    @Test
    void anInstanceThatLosesItsMachineLosesItsDisks() {
        Attached attached = Attached.begun(storage, owner, disk, guest);
        guest.hasNoMachine();
        attached.isIn("DETACHING");
        attached.does();
        attached.isIn("DETACHED");
    }

    @Test
    void anInstanceOnAnotherMachineLeavesItsAttachmentFailedUntilItIsDetached() {
        Attached attached = Attached.made(storage, owner, disk, guest);
        guest.isOn(Host.fresh());
        attached.isIn("FAILED");
        owner.get(attached.path()).then().body("statusReason", containsString("another machine"));
        assertThat(attached.told().present()).isFalse();
        attached.does();
        guest.isOn(storage.host());
        attached.detach();
        attached.does();
        attached.isIn("DETACHED");
    }

    @Test
    void attachmentsEndWithTheirHost() {
        Attached attached = Attached.made(storage, owner, disk, guest);
        int messages = storage.host().attachment(attached.id()).size();
        storage.host().deleted();
        attached.isIn("DETACHED");
        assertThat(storage.host().attachment(attached.id())).hasSize(messages);
        Storage.isIn(owner, disk, "ERROR");
    }

    @Test
    void aFenceIsNoProofThatAnInstanceHasNotGotADisk() {
        Guest other = Guest.on(storage.host(), owner);
        Attached attached = Attached.made(storage, owner, disk, guest);
        attached.detach();
        storage.host().fenced();
        storage.host().says(attached.told(), ThingState.FAILED, "It is busy");
        Eventually.found("why", () -> owner.get(attached.path()).path("statusReason"), "It is busy"::equals);
        owner.get(attached.path()).then().body("status", equalTo("DETACHING"));
        owner.post(Attached.of(disk), Attached.to(other, "/data"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_IN_USE"));
        attached.does();
        attached.isIn("DETACHED");
        ThingKey key = new ThingKey(DesiredAttachment.KIND, attached.id());
        assertThat(storage.host().isReleased(key)).isTrue();
        storage.host().shows(key);
        Eventually.holds(
                "what a host brings back is to go again",
                () -> !storage.host().isReleased(key)
                        && !storage.host().attachment(attached.id()).getLast().present());
    }

    @Test
    void attachmentsGoWithTheirTenantAndThenItsDisks() {
        Attached attached = Attached.made(storage, owner, disk, guest);
        DeletedTenant deleted = DeletedTenant.of(owner.tenant());
        assertThat(deleted.waits("attachments of disks", "hosts").left()).isEqualTo(1);
        attached.does();
        storage.host().does(disk);
        deleted.isGone();
        assertThat(storage.allocated()).isZero();
    }
}
