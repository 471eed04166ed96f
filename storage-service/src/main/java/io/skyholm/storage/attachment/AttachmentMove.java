package io.skyholm.storage.attachment;

import io.skyholm.hosts.HostState;
import io.skyholm.storage.host.HostedMove;
import io.skyholm.storage.instance.KnownInstance;
import java.time.Instant;
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
    private static final AttachmentMove DETACH = new AttachmentMove(Kind.DETACH, null);
    private static final AttachmentMove FINISH = new AttachmentMove(Kind.FINISH, null);
    private static final AttachmentMove LEAVE =
            new AttachmentMove(Kind.LEAVE, "The instance is on another machine now, and the disk is not; detach it");

    static AttachmentMove of(DiskAttachment attachment, Optional<KnownInstance> instance, HostState host, Instant now) {
        if (host == HostState.DELETED) {
            return FINISH;
        }
        if (attachment.isLeaving()) {
            return of(HostedMove.of(attachment, host, now));
        }
        if (instance.isEmpty() || instance.get().hasNoPlace()) {
            return DETACH;
        }
        if (attachment.hasMoved) {
            return attachment.progress.isStale() ? TELL : REST;
        }
        return attachment.host().equals(instance.get().computeMachineId())
                ? of(HostedMove.of(attachment, host, now))
                : LEAVE;
    }

    /** As its host has shown, whatever its instance does. */
    private static AttachmentMove of(HostedMove move) {
        Kind kind =
                switch (move.kind()) {
                    case REST -> Kind.REST;
                    case TELL -> Kind.TELL;
                    case READY -> Kind.READY;
                    case FAIL -> Kind.FAIL;
                    case EXPLAIN -> Kind.EXPLAIN;
                    case FINISH -> Kind.FINISH;
                };
        return new AttachmentMove(kind, move.reason());
    }
}
