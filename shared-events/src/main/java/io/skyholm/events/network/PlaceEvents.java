package io.skyholm.events.network;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a place's life. */
public final class PlaceEvents {

    public static final EventType<PlaceFact> CREATED =
            new EventType<>("network.place.created.v1", PlaceFact.class, "A place was named.");

    public static final EventType<PlaceFact> CHANGED =
            new EventType<>("network.place.changed.v1", PlaceFact.class, "A place's name, subnet or status changed.");

    public static final EventType<PlaceFact> DELETED =
            new EventType<>("network.place.deleted.v1", PlaceFact.class, "A place is no more.");

    public static final List<EventType<PlaceFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private PlaceEvents() {}
}
