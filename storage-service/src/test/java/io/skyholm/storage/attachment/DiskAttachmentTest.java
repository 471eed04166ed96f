package io.skyholm.storage.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.storage.DiskAttachmentStatus;
import io.skyholm.events.storage.MountMode;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.storage.disk.AttachableDisks.AttachableDisk;
import io.skyholm.storage.disk.AttachableDisks.AttachedDisk;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the host of an attachment is told of it, and what is kept of how it went. */
class DiskAttachmentTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID SOMEBODY = UUID.randomUUID();

    private final AttachableDisk disk =
            new AttachableDisk(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 3, false);
    private final UUID virtualMachine = UUID.randomUUID();
    private final DiskAttachment attachment = new DiskAttachment(
            disk,
            virtualMachine,
            new AttachDisk(UUID.randomUUID(), "/data", MountMode.RO, null),
            Revision.first(SOMEBODY, NOW));

    @Test
    void itBelongsToTheTenantOfTheDiskAndToWhoAskedForIt() {
        assertThat(attachment.tenantId).isEqualTo(disk.tenantId());
        assertThat(attachment.host()).isEqualTo(disk.host());
        assertThat(attachment.attachedBy).isEqualTo(SOMEBODY);
        assertThat(attachment.attachedAt).isNull();
    }

    @Test
    void hostIsToldToHowManyInstancesTheDiskMayBeAttachedWhileItIsToHaveIt() {
        assertThat(attachment.tell(new AttachedDisk(3, null, null)))
                .isEqualTo(new DesiredAttachment(
                        attachment.id, 1, true, disk.id(), virtualMachine, MountMode.RO, "/data", 3));
        attachment.detach();
        assertThat(attachment.tell(new AttachedDisk(3, null, null)))
                .isEqualTo(new DesiredAttachment(
                        attachment.id, 2, false, disk.id(), virtualMachine, MountMode.RO, "/data", null));
    }

    @Test
    void itIsAttachedSinceTheFirstTimeThatItsHostHasShownIt() {
        attachment.ready(NOW);
        attachment.fail("The machine is away");
        attachment.ready(NOW.plusSeconds(60));
        assertThat(attachment.attachedAt).isEqualTo(NOW);
        assertThat(attachment.progress.statusReason()).isNull();
    }

    @Test
    void whatFailsIsWantedStillAndWhatHasMovedIsNot() {
        attachment.tell(new AttachedDisk(1, null, null));
        attachment.fail("The machine is away");
        assertThat(attachment.isWanted()).isTrue();
        attachment.leave("The instance is on another machine now");
        assertThat(attachment.isWanted()).isFalse();
        assertThat(attachment.progress.isStale()).isTrue();
        assertThat(attachment.status).isEqualTo(DiskAttachmentStatus.FAILED);
    }

    @Test
    void whateverItBecomesNobodyWaitsForWhatItWasAnyMore() {
        attachment.progress.waitUntil(NOW);
        attachment.ready(NOW);
        assertThat(attachment.progress.waitUntil()).isNull();
        attachment.progress.waitUntil(NOW);
        attachment.explain("Its host has not answered yet");
        assertThat(attachment.progress.waitUntil()).isNull();
        attachment.detach();
        assertThat(attachment.progress.statusReason()).isNull();
        attachment.end();
        assertThat(attachment.progress.isStale()).isFalse();
    }

    @Test
    void anAttachmentThatAHostBringsBackIsEnded() {
        AbsentAttachment absent = new AbsentAttachment(
                UUID.randomUUID(), disk.host(), 7, disk.id(), virtualMachine, MountMode.RW, "/srv");
        assertThat(absent.absence())
                .isEqualTo(new DesiredAttachment(
                        absent.id(), 7, false, disk.id(), virtualMachine, MountMode.RW, "/srv", null));
    }
}
