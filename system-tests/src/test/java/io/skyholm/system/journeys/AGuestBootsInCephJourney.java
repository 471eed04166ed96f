package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.client.api.DiskAttachmentsApi;
import io.skyholm.client.api.DisksApi;
import io.skyholm.client.model.AttachDisk;
import io.skyholm.client.model.CreateDisk;
import io.skyholm.client.model.CreateInstance;
import io.skyholm.client.model.DiskAttachmentStatus;
import io.skyholm.client.model.DiskStatus;
import io.skyholm.client.model.DiskType;
import io.skyholm.client.model.Instance;
import io.skyholm.client.model.MountMode;
import io.skyholm.client.model.PrivateDataDisk;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.GeneratedClient.Call;
import io.skyholm.system.suite.Guests;
import io.skyholm.system.suite.HostInCeph;
import io.skyholm.system.suite.Passage;
import io.skyholm.system.suite.RealCeph;
import io.skyholm.system.suite.RealHost;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A real guest boots from a clone of an image's version in Ceph, and gets a disk there and loses it while it runs, though the agent is killed. */
class AGuestBootsInCephJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final int number = ExtraHost.freshNumber();
    private final Api operator = RunningSuite.as(RunningSuite.administrator());

    @Test
    void itsDiskIsACloneAndAnotherComesAndGoes() throws IOException {
        try (RealCeph ceph = RealCeph.of("host-" + number);
                RealHost real = RealHost.of("host-1", number);
                Passage passage = real.reaching(ceph.ports())) {
            assertThat(passage.isOpen()).isTrue();
            String tag = "real-" + UUID.randomUUID();
            try (HostInCeph host = HostInCeph.joined(ceph, operator, number, tag, real.agentVariables())) {
                host.connects(ceph.place(), "ERROR", "give it a pool of its own");
                host.connects(ceph.placeOfItsOwn());
                live(real, ceph, host, tag);
            }
        }
    }

    private void live(RealHost real, RealCeph ceph, HostInCeph host, String tag) throws IOException {
        Guests guests = Guests.ofSomebody(operator);
        Instance running = guests.boot(tag, new CreateInstance());
        UUID id = running.getId();
        UUID machine = running.getVirtualMachineId();
        assertThat(real.says(machine, "SEED .*", 1).group()).contains("address=" + running.getIpAddress() + "/");
        String boot = ceph.aboutItsOwn(bootDisks(guests, id).getFirst().getId());
        assertThat(boot).contains("\"parent\"", "\"image\":\"base.", "watcher=");

        UUID disk = disk(guests, running);
        UUID attachment = attached(guests, disk, id);
        real.says(machine, "DEVICES .*disk=vdb:", 1);
        assertThat(ceph.aboutItsOwn(disk)).contains("watcher=");
        host.crash();
        DiskAttachmentsApi attachments = new DiskAttachmentsApi(guests.client());
        Call.to(() -> attachments.diskAttachmentsDelete(attachment, null, null, null));
        attachmentIs(attachments, attachment, DiskAttachmentStatus.DETACHED);
        real.says(machine, "DEVICES disk=vda:\\S+ port=\\S+ *\\R", 2);
        Eventually.until(TIMEOUT, () -> ceph.aboutItsOwn(disk).contains("Watchers: none"));

        guests.cloud().succeeded(() -> guests.instances().instancesStop(id, null, null, null));
        assertThat(real.processes(machine)).isEmpty();
        host.crash();
        guests.cloud().succeeded(() -> guests.instances().instancesStart(id, null, null, null));
        real.says(machine, "SEED .*", 2);

        guests.delete(id);
        assertThat(real.processes(machine)).isEmpty();
        Call.to(() -> new DisksApi(guests.client())
                .disksDelete(DisksApi.APIDisksDeleteRequest.newBuilder()
                        .id(disk)
                        .now(true)
                        .build()));
        Eventually.until(TIMEOUT, () -> bootDisks(guests, id).isEmpty());
        Eventually.until(TIMEOUT, () -> ceph.imagesOfItsOwn().isEmpty());
        guests.end();
        RunningSuite.booksAgree(TIMEOUT);
    }

    private static List<PrivateDataDisk> bootDisks(Guests guests, UUID instance) {
        return Call.to(() -> new DisksApi(guests.client())
                        .disksList(DisksApi.APIDisksListRequest.newBuilder()
                                .bootInstanceId(instance)
                                .build()))
                .getItems();
    }

    private static UUID disk(Guests guests, Instance near) {
        DisksApi disks = new DisksApi(guests.client());
        UUID disk = Call.to(() -> disks.disksCreate(
                        new CreateDisk()
                                .name("orders")
                                .edgeDataCenterId(near.getEdgeDataCenterId())
                                .diskType(DiskType.SSD)
                                .nearInstanceId(near.getId())
                                .sizeGb(1),
                        null,
                        null,
                        null))
                .getId();
        Eventually.until(
                TIMEOUT,
                () -> Call.to(() -> disks.disksGet(disk, null)).getStatus().equals(DiskStatus.AVAILABLE));
        return disk;
    }

    private static UUID attached(Guests guests, UUID disk, UUID instance) {
        DiskAttachmentsApi attachments = new DiskAttachmentsApi(guests.client());
        UUID attachment = Call.to(() -> attachments.disksAttachmentsCreate(
                        disk,
                        new AttachDisk()
                                .instanceId(instance)
                                .mountPath("/srv/orders")
                                .mountMode(MountMode.RW),
                        null,
                        null,
                        null))
                .getId();
        attachmentIs(attachments, attachment, DiskAttachmentStatus.ATTACHED);
        return attachment;
    }

    private static void attachmentIs(DiskAttachmentsApi attachments, UUID attachment, DiskAttachmentStatus status) {
        Eventually.until(TIMEOUT, () -> Call.to(() -> attachments.diskAttachmentsGet(attachment, null))
                .getStatus()
                .equals(status));
    }
}
