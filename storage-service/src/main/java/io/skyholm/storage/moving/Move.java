package io.skyholm.storage.moving;

import io.skyholm.hosts.HostState;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.storage.host.HostedMove;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The move of a disk as its two rows tell of it: the export on one host, and the disk in the pool beside its own. */
record Move(MovingDisk moving, DiskCopy copy) {

    private static final String SOURCE_GONE = "Its host is no more";
    private static final String TARGET_GONE =
            "It stays where it is, since the host that it was to be moved to is no more";

    /** What is done next. */
    enum Kind {
        REST,
        TELL_EXPORT,
        EXPORTED,
        STORE,
        RELEASE_EXPORT,
        EXPLAIN_EXPORT,
        FILL,
        PLACE,
        REMOVE_COPY,
        RELEASE_COPY,
        EXPLAIN_COPY,
        GIVE_UP,
        END
    }

    /**
     * A step, of which one after the other is made.
     *
     * @param reason why something waits or is given up, for a person
     */
    record Step(Kind kind, @Nullable String reason) {

        private static Step of(Kind kind) {
            return new Step(kind, null);
        }
    }

    /** Decides it from what both hosts have shown. */
    Step next(HostState source, HostState target, Instant now) {
        if (!moving.isOver && source == HostState.DELETED && !moving.isExported) {
            return new Step(Kind.GIVE_UP, SOURCE_GONE);
        }
        if (!moving.isOver && target == HostState.DELETED) {
            return new Step(Kind.GIVE_UP, TARGET_GONE);
        }
        Step export = ofExport(source, now);
        if (export.kind != Kind.REST) {
            return export;
        }
        if (moving.isExported && !moving.isLeaving()) {
            return Step.of(Kind.STORE);
        }
        Step copied = ofCopy(target, now);
        boolean isOver = copied.kind == Kind.REST && moving.isReleased && copy.isReleased;
        return isOver ? Step.of(Kind.END) : copied;
    }

    private Step ofExport(HostState host, Instant now) {
        if (moving.isReleased) {
            return Step.of(Kind.REST);
        }
        HostedMove move = HostedMove.of(moving, host, now);
        return switch (move.kind()) {
            case REST -> Step.of(Kind.REST);
            case TELL -> Step.of(Kind.TELL_EXPORT);
            case READY -> Step.of(Kind.EXPORTED);
            case FINISH -> Step.of(Kind.RELEASE_EXPORT);
            case FAIL, EXPLAIN -> new Step(Kind.EXPLAIN_EXPORT, move.reason());
        };
    }

    private Step ofCopy(HostState host, Instant now) {
        if (copy.isReleased) {
            return Step.of(Kind.REST);
        }
        if (copy.isLeft && !copy.isTold) {
            return Step.of(Kind.RELEASE_COPY);
        }
        HostedMove move = HostedMove.of(copy, host, now);
        return switch (move.kind()) {
            case REST -> Step.of(Kind.REST);
            case TELL -> Step.of(copy.isLeft ? Kind.REMOVE_COPY : Kind.FILL);
            case READY -> Step.of(Kind.PLACE);
            case FINISH -> Step.of(Kind.RELEASE_COPY);
            case FAIL, EXPLAIN -> new Step(Kind.EXPLAIN_COPY, move.reason());
        };
    }

    /** When to look again, though nobody tells anything. */
    Next later() {
        return Stream.of(moving.progress, copy.progress)
                .map(progress -> progress.waitUntil())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(Next::at)
                .orElse(Next.DONE);
    }
}
