package io.skyholm.events.operation;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the operations of one service, which are on a topic of that service. */
public record OperationEvents(
        EventType<OperationFact> started,
        EventType<OperationFact> succeeded,
        EventType<OperationFact> failed,
        EventType<OperationFact> cancelled) {

    public static final OperationEvents COMPUTE = of("compute");

    /** The events of that service's operations. */
    private static OperationEvents of(String service) {
        return new OperationEvents(
                type(service, "started", "Something that takes time was begun."),
                type(service, "succeeded", "An operation did what was asked."),
                type(service, "failed", "An operation could not do what was asked."),
                type(service, "cancelled", "An operation was given up, or another took its place."));
    }

    private static EventType<OperationFact> type(String service, String happened, String summary) {
        return new EventType<>(service + ".operation." + happened + ".v1", OperationFact.class, summary);
    }

    /** All of them, in the order of an operation's life. */
    public List<EventType<OperationFact>> types() {
        return List.of(started, succeeded, failed, cancelled);
    }

    /** The event that tells that an operation stands so. */
    public EventType<OperationFact> telling(OperationStatus status) {
        return switch (status) {
            case RUNNING -> started;
            case SUCCEEDED -> succeeded;
            case FAILED -> failed;
            case CANCELLED -> cancelled;
        };
    }
}
