package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a data centre's life. */
public final class DataCenterEvents {

    public static final EventType<DataCenterFact> CREATED =
            new EventType<>("compute.data-center.created.v1", DataCenterFact.class, "A data centre was taken in.");

    public static final EventType<DataCenterFact> CHANGED = new EventType<>(
            "compute.data-center.changed.v1", DataCenterFact.class, "A data centre's name, place or status changed.");

    public static final EventType<DataCenterFact> DELETED =
            new EventType<>("compute.data-center.deleted.v1", DataCenterFact.class, "A data centre was given up.");

    public static final List<EventType<DataCenterFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private DataCenterEvents() {}
}
