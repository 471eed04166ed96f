package io.skyholm.events.network;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an address's life. */
public final class AddressEvents {

    public static final EventType<AddressFact> RESERVED = new EventType<>(
            "network.address.reserved.v1",
            AddressFact.class,
            "An address or a range is kept for somebody, or from everybody.");

    public static final EventType<AddressFact> ALLOCATED =
            new EventType<>("network.address.allocated.v1", AddressFact.class, "A port has the address.");

    public static final EventType<AddressFact> CHANGED =
            new EventType<>("network.address.changed.v1", AddressFact.class, "An address's lease or tags changed.");

    public static final EventType<AddressFact> FROZEN = new EventType<>(
            "network.address.frozen.v1", AddressFact.class, "An address was given back and cools down.");

    public static final EventType<AddressFact> RELEASED = new EventType<>(
            "network.address.released.v1", AddressFact.class, "An address may be given to anybody again.");

    public static final EventType<AddressFact> TRANSFERRED = new EventType<>(
            "network.address.transferred.v1",
            AddressFact.class,
            "A floating address went to another tenant with its instance: told as it was to the one that it leaves, and then as it is to the one whose it is now.");

    public static final List<EventType<AddressFact>> TYPES =
            List.of(RESERVED, ALLOCATED, CHANGED, TRANSFERRED, FROZEN, RELEASED);

    private AddressEvents() {}
}
