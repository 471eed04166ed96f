package io.skyholm.storage.attachment;

import io.skyholm.events.host.ThingState;
import io.skyholm.events.storage.DiskAttachmentStatus;
import io.skyholm.hosts.HostState;
import io.skyholm.storage.instance.KnownInstance;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an attachment's row, decided from what its host has shown and where its instance is.
 *
 * @param reason why it waits or fails, for a person
 */
record AttachmentMove(Kind kind, @Nullable String reason) {

    /** The moves. */
    enum Kind {
        REST,
        TELL,
        READY,
        FAIL,
        LEAVE,
        DETACH,
        EXPLAIN,
        FINISH
    }

    static final AttachmentMove REST = new AttachmentMove(Kind.REST, null);

    private static final AttachmentMove TELL = new AttachmentMove(Kind.TELL, null);
    private static final AttachmentMove READY = new AttachmentMove(Kind.READY, null);
    private static final AttachmentMove DETACH = new AttachmentMove(Kind.DETACH, null);
    private static final AttachmentMove FINISH = new AttachmentMove(Kind.FINISH, null);
    private static final AttachmentMove LEAVE =
            new AttachmentMove(Kind.LEAVE, "The instance is on another machine now, and the disk is not; detach it");
    private static final String NO_REASON = "The host of the disk cannot do it, and does not say why";
    private static final String SILENT = "The host of the disk has not answered yet";

    static AttachmentMove of(DiskAttachment attachment, Optional<KnownInstance> instance, HostState host, Instant now) {
        if (host == HostState.DELETED) {
            return FINISH;
        }
        if (attachment.status == DiskAttachmentStatus.DETACHING) {
            return towardsGone(attachment, now);
        }
        if (instance.isEmpty() || instance.get().hasNoPlace()) {
            return DETACH;
        }
        if (attachment.hasMoved) {
            return attachment.isStale ? TELL : REST;
        }
        return attachment.host().equals(instance.get().computeMachineId()) ? towardsThere(attachment, now) : LEAVE;
    }

    /**
     * A fence is somebody's word that the host is off. Should it run on, its virtual machine still writes to the disk, and another that
     * gets the disk destroys what is on it: only the host's own word proves a detachment, or the end of the host with its disks.
     */
    private static AttachmentMove towardsGone(DiskAttachment attachment, Instant now) {
        if (attachment.onHost.isProvenGone()) {
            return FINISH;
        }
        if (attachment.isStale) {
            return TELL;
        }
        String reason = trouble(attachment, now);
        return reason == null || reason.equals(attachment.statusReason)
                ? REST
                : new AttachmentMove(Kind.EXPLAIN, reason);
    }

    private static AttachmentMove towardsThere(DiskAttachment attachment, Instant now) {
        if (attachment.isStale) {
            return TELL;
        }
        if (attachment.isAsDesired()) {
            return attachment.status == DiskAttachmentStatus.ATTACHED ? REST : READY;
        }
        String reason = trouble(attachment, now);
        return reason == null ? REST : failed(attachment, reason);
    }

    private static AttachmentMove failed(DiskAttachment attachment, String reason) {
        boolean isKnown = attachment.status == DiskAttachmentStatus.FAILED && reason.equals(attachment.statusReason);
        return isKnown ? REST : new AttachmentMove(Kind.FAIL, reason);
    }

    /** Who waits for something else says for what. */
    private static @Nullable String trouble(DiskAttachment attachment, Instant now) {
        String detail = attachment.onHost.detail();
        if (attachment.onHost.state() == ThingState.FAILED) {
            return Objects.requireNonNullElse(detail, NO_REASON);
        }
        boolean isLate = attachment.waitUntil != null && !attachment.waitUntil.isAfter(now);
        return isLate ? Objects.requireNonNullElse(detail, SILENT) : null;
    }
}
