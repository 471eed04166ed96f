package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of an offer of storage to another tenant. Both tenants are told, each by an event of its own. */
public final class TransferEvents {

    public static final EventType<TransferFact> OFFERED = new EventType<>(
            "storage.transfer.offered.v1", TransferFact.class, "A disk or an image was offered to another tenant.");

    public static final EventType<TransferFact> KEY_REFUSED = new EventType<>(
            "storage.transfer.key-refused.v1", TransferFact.class, "A wrong key was named for what is offered.");

    public static final EventType<TransferFact> ACCEPTED = new EventType<>(
            "storage.transfer.accepted.v1",
            TransferFact.class,
            "What was offered was accepted: it is the other tenant's, with all that belongs to it.");

    public static final EventType<TransferFact> DECLINED = new EventType<>(
            "storage.transfer.declined.v1", TransferFact.class, "The other tenant does not want what was offered.");

    public static final EventType<TransferFact> CANCELLED = new EventType<>(
            "storage.transfer.cancelled.v1",
            TransferFact.class,
            "An offer was taken back, or ended because too many wrong keys were named.");

    public static final EventType<TransferFact> EXPIRED =
            new EventType<>("storage.transfer.expired.v1", TransferFact.class, "Nobody accepted an offer in time.");

    public static final List<EventType<TransferFact>> TYPES =
            List.of(OFFERED, KEY_REFUSED, ACCEPTED, DECLINED, CANCELLED, EXPIRED);

    private TransferEvents() {}
}
