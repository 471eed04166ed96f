package io.skyholm.events.deletion;

import io.skyholm.events.EventType;
import java.util.List;
import java.util.stream.Stream;

/** What each service tells while it deletes what it holds of a tenant or a user. */
public final class DataDeletionEvents {

    /** Every service that may hold data of tenants or users; a tenant is DELETED when all of them have said so. */
    public static final List<String> SERVICES =
            List.of("identity", "compute", "network", "storage", "billing", "audit", "support");

    public static final List<EventType<DataDeletionFact>> TYPES = SERVICES.stream()
            .flatMap(service -> Stream.of(progressed(service), completed(service)))
            .toList();

    private DataDeletionEvents() {}

    /** That service has deleted some of it, or waits for something else than before. */
    public static EventType<DataDeletionFact> progressed(String service) {
        return new EventType<>(
                service + ".data-deletion.progressed.v1",
                DataDeletionFact.class,
                "The service deletes what it holds of a tenant or a user, and still holds some.");
    }

    /** That service is done. */
    public static EventType<DataDeletionFact> completed(String service) {
        return new EventType<>(
                service + ".data-deletion.completed.v1",
                DataDeletionFact.class,
                "The service holds nothing more of a tenant or a user, but what has to be kept.");
    }
}
