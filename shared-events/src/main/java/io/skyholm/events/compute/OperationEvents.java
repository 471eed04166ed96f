package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an operation's life. */
public final class OperationEvents {

    public static final EventType<OperationFact> STARTED = new EventType<>(
            "compute.operation.started.v1", OperationFact.class, "Something that takes time was begun.");

    public static final EventType<OperationFact> SUCCEEDED =
            new EventType<>("compute.operation.succeeded.v1", OperationFact.class, "An operation did what was asked.");

    public static final EventType<OperationFact> FAILED = new EventType<>(
            "compute.operation.failed.v1", OperationFact.class, "An operation could not do what was asked.");

    public static final EventType<OperationFact> CANCELLED = new EventType<>(
            "compute.operation.cancelled.v1",
            OperationFact.class,
            "An operation was given up, or another took its place.");

    public static final List<EventType<OperationFact>> TYPES = List.of(STARTED, SUCCEEDED, FAILED, CANCELLED);

    private OperationEvents() {}
}
