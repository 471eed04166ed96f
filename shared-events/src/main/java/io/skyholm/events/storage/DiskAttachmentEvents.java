package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of a disk's attachment to an instance. */
public final class DiskAttachmentEvents {

    public static final EventType<DiskAttachmentFact> CREATED = new EventType<>(
            "storage.disk-attachment.created.v1",
            DiskAttachmentFact.class,
            "A disk is to be attached to an instance, whose host does it.");

    public static final EventType<DiskAttachmentFact> ATTACHED = new EventType<>(
            "storage.disk-attachment.attached.v1", DiskAttachmentFact.class, "An instance is proven to have a disk.");

    public static final EventType<DiskAttachmentFact> FAILED = new EventType<>(
            "storage.disk-attachment.failed.v1",
            DiskAttachmentFact.class,
            "An attachment is not what it should be, for the reason that it gives.");

    public static final EventType<DiskAttachmentFact> DETACHING = new EventType<>(
            "storage.disk-attachment.detaching.v1",
            DiskAttachmentFact.class,
            "A disk is taken away from an instance, or waits for it longer than usual.");

    public static final EventType<DiskAttachmentFact> DETACHED = new EventType<>(
            "storage.disk-attachment.detached.v1",
            DiskAttachmentFact.class,
            "An instance is proven not to have a disk any more.");

    public static final EventType<DiskAttachmentFact> TRANSFERRED = new EventType<>(
            "storage.disk-attachment.transferred.v1",
            DiskAttachmentFact.class,
            "A disk went to another tenant with its instance: told as it was to the one that it leaves, and then as it is to the one whose it is now.");

    public static final List<EventType<DiskAttachmentFact>> TYPES =
            List.of(CREATED, ATTACHED, FAILED, TRANSFERRED, DETACHING, DETACHED);

    private DiskAttachmentEvents() {}
}
