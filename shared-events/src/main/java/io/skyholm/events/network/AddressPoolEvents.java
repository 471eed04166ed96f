package io.skyholm.events.network;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an address pool's life. */
public final class AddressPoolEvents {

    public static final EventType<AddressPoolFact> CREATED =
            new EventType<>("network.address-pool.created.v1", AddressPoolFact.class, "A subnet got a pool.");

    public static final EventType<AddressPoolFact> CHANGED = new EventType<>(
            "network.address-pool.changed.v1", AddressPoolFact.class, "A pool's name, rules or status changed.");

    public static final EventType<AddressPoolFact> DELETED =
            new EventType<>("network.address-pool.deleted.v1", AddressPoolFact.class, "A pool is no more.");

    public static final List<EventType<AddressPoolFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private AddressPoolEvents() {}
}
