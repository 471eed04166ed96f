package io.skyholm.events.network;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a networking document's life. */
public final class NetworkingConfigEvents {

    public static final EventType<NetworkingConfigFact> CREATED = new EventType<>(
            "network.networking-config.created.v1", NetworkingConfigFact.class, "A document of the network was made.");

    public static final EventType<NetworkingConfigFact> CHANGED = new EventType<>(
            "network.networking-config.changed.v1",
            NetworkingConfigFact.class,
            "A document of the network changed, or whether it is active.");

    public static final EventType<NetworkingConfigFact> DELETED = new EventType<>(
            "network.networking-config.deleted.v1",
            NetworkingConfigFact.class,
            "A document of the network is no more.");

    public static final List<EventType<NetworkingConfigFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private NetworkingConfigEvents() {}
}
