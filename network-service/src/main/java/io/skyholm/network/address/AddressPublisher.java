package io.skyholm.network.address;

import io.skyholm.events.EventType;
import io.skyholm.events.network.AddressEvents;
import io.skyholm.events.network.AddressFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.record.Projection;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world who has an address now. */
@Singleton
class AddressPublisher {

    private static final Projection<Address, AddressFact> FACT = Projection.of(Address.class, AddressFact.class);

    private final Outbox outbox;

    AddressPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The event that its status is. */
    void publish(Work work, Address address) {
        publish(
                work,
                switch (address.status) {
                    case AVAILABLE -> AddressEvents.RELEASED;
                    case ALLOCATED -> AddressEvents.ALLOCATED;
                    case RESERVED -> AddressEvents.RESERVED;
                    case FROZEN -> AddressEvents.FROZEN;
                },
                address);
    }

    void publish(Work work, EventType<AddressFact> type, Address address) {
        outbox.publish(work, type, FACT.apply(address));
    }
}
