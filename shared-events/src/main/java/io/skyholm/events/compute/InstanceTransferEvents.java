package io.skyholm.events.compute;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of an offer of an instance to another tenant. Both tenants are told, each by an event of its own. */
public final class InstanceTransferEvents {

    public static final EventType<InstanceTransferFact> OFFERED = new EventType<>(
            "compute.instance-transfer.offered.v1",
            InstanceTransferFact.class,
            "An instance was offered to another tenant.");

    public static final EventType<InstanceTransferFact> LOOKED = new EventType<>(
            "compute.instance-transfer.looked.v1",
            InstanceTransferFact.class,
            "It is known what goes along with an instance that is offered.");

    public static final EventType<InstanceTransferFact> PREPARING = new EventType<>(
            "compute.instance-transfer.preparing.v1",
            InstanceTransferFact.class,
            "An offer was accepted: all that have something of the instance prepare, and nobody uses it meanwhile.");

    public static final EventType<InstanceTransferFact> ABANDONED = new EventType<>(
            "compute.instance-transfer.abandoned.v1",
            InstanceTransferFact.class,
            "An instance could not go now: it stays whose it was, and can be accepted again.");

    public static final EventType<InstanceTransferFact> ACCEPTED = new EventType<>(
            "compute.instance-transfer.accepted.v1",
            InstanceTransferFact.class,
            "An instance is the other tenant's, with its disks and floating addresses.");

    public static final EventType<InstanceTransferFact> DECLINED = new EventType<>(
            "compute.instance-transfer.declined.v1",
            InstanceTransferFact.class,
            "The other tenant does not want the instance.");

    public static final EventType<InstanceTransferFact> CANCELLED = new EventType<>(
            "compute.instance-transfer.cancelled.v1", InstanceTransferFact.class, "An offer was taken back.");

    public static final EventType<InstanceTransferFact> EXPIRED = new EventType<>(
            "compute.instance-transfer.expired.v1", InstanceTransferFact.class, "Nobody accepted an offer in time.");

    public static final List<EventType<InstanceTransferFact>> TYPES =
            List.of(OFFERED, LOOKED, PREPARING, ABANDONED, ACCEPTED, DECLINED, CANCELLED, EXPIRED);

    private InstanceTransferEvents() {}
}
