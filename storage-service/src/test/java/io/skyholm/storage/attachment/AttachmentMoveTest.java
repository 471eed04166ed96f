package io.skyholm.storage.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.storage.DiskAttachmentStatus;
import io.skyholm.events.storage.MountMode;
import io.skyholm.hosts.HostState;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.storage.attachment.AttachmentMove.Kind;
import io.skyholm.storage.disk.AttachableDisks.AttachableDisk;
import io.skyholm.storage.disk.AttachableDisks.AttachedDisk;
import io.skyholm.storage.instance.KnownInstance;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of an attachment while its host says nothing. */
class AttachmentMoveTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final UUID host = UUID.randomUUID();
    private final KnownInstance here = instance(InstanceStatus.RUNNING, host);
    private final DiskAttachment attachment = new DiskAttachment(
            new AttachableDisk(UUID.randomUUID(), UUID.randomUUID(), host, 1, false),
            UUID.randomUUID(),
            new AttachDisk(here.id(), "/data", MountMode.RO, null),
            Revision.first(null, NOW));

    @Test
    void itRestsUntilItsHostHasTakenTooLong() {
        attachment.progress.waitUntil(NOW.plusSeconds(1));
        assertThat(move(here)).isEqualTo(Kind.TELL);
        assertThat(attachment.tell(new AttachedDisk(1, null, null)).present()).isTrue();
        assertThat(move(here)).isEqualTo(Kind.REST);
        attachment.progress.waitUntil(NOW);
        assertThat(move(here)).isEqualTo(Kind.FAIL);
        attachment.fail(reason(here));
        assertThat(attachment.status).isEqualTo(DiskAttachmentStatus.FAILED);
        assertThat(move(here)).isEqualTo(Kind.REST);
    }

    @Test
    void whatWasNeverToldIsGoneAtOnceWhenItIsDetached() {
        attachment.detach();
        assertThat(move(here)).isEqualTo(Kind.FINISH);
    }

    @Test
    void aDetachmentThatTakesTooLongIsExplainedOnceAndGoesOn() {
        attachment.tell(new AttachedDisk(1, null, null));
        attachment.detach();
        assertThat(attachment.tell(new AttachedDisk(1, null, null)).present()).isFalse();
        attachment.progress.waitUntil(NOW);
        assertThat(move(here)).isEqualTo(Kind.EXPLAIN);
        attachment.explain(reason(here));
        assertThat(attachment.status).isEqualTo(DiskAttachmentStatus.DETACHING);
        assertThat(move(here)).isEqualTo(Kind.REST);
    }

    @Test
    void itGoesWhenItsInstanceIsOnNoMachineAnyMore() {
        attachment.tell(new AttachedDisk(1, null, null));
        assertThat(move(instance(InstanceStatus.STOPPED, null))).isEqualTo(Kind.DETACH);
        assertThat(move(instance(InstanceStatus.DELETING, host))).isEqualTo(Kind.DETACH);
        assertThat(AttachmentMove.of(attachment, Optional.empty(), HostState.IN_SERVICE, NOW)
                        .kind())
                .isEqualTo(Kind.DETACH);
    }

    @Test
    void itFailsForGoodWhenItsInstanceIsOnAnotherMachine() {
        attachment.tell(new AttachedDisk(1, null, null));
        KnownInstance there = instance(InstanceStatus.RUNNING, UUID.randomUUID());
        assertThat(move(there)).isEqualTo(Kind.LEAVE);
        attachment.leave(reason(there));
        assertThat(move(there)).isEqualTo(Kind.TELL);
        assertThat(attachment.tell(new AttachedDisk(1, null, null)).present()).isFalse();
        assertThat(move(there)).isEqualTo(Kind.REST);
        assertThat(move(here)).isEqualTo(Kind.REST);
    }

    @Test
    void aHostThatIsDeletedHasNoneAndOneThatIsFencedMayStillHaveAny() {
        attachment.tell(new AttachedDisk(1, null, null));
        assertThat(move(here, HostState.FENCED)).isEqualTo(Kind.REST);
        assertThat(move(here, HostState.DELETED)).isEqualTo(Kind.FINISH);
        attachment.detach();
        assertThat(move(here, HostState.IN_SERVICE)).isEqualTo(Kind.TELL);
        assertThat(move(here, HostState.FENCED)).isEqualTo(Kind.TELL);
        assertThat(attachment.tell(new AttachedDisk(1, null, null)).present()).isFalse();
        assertThat(move(here, HostState.FENCED)).isEqualTo(Kind.REST);
        assertThat(move(here, HostState.DELETED)).isEqualTo(Kind.FINISH);
    }

    private static KnownInstance instance(InstanceStatus status, @Nullable UUID machine) {
        return new KnownInstance(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                status,
                10,
                machine,
                UUID.randomUUID(),
                null,
                false,
                false,
                1,
                false);
    }

    private Kind move(KnownInstance instance) {
        return move(instance, HostState.IN_SERVICE);
    }

    private Kind move(KnownInstance instance, HostState state) {
        return AttachmentMove.of(attachment, Optional.of(instance), state, NOW).kind();
    }

    private String reason(KnownInstance instance) {
        return String.valueOf(AttachmentMove.of(attachment, Optional.of(instance), HostState.IN_SERVICE, NOW)
                .reason());
    }
}
