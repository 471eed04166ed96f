package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an image's life. */
public final class ImageEvents {

    public static final EventType<ImageFact> CREATED =
            new EventType<>("storage.image.created.v1", ImageFact.class, "An image was described.");

    public static final EventType<ImageFact> CHANGED = new EventType<>(
            "storage.image.changed.v1", ImageFact.class, "An image's description, visibility or status changed.");

    public static final EventType<ImageFact> DELETION_SCHEDULED = new EventType<>(
            "storage.image.deletion-scheduled.v1",
            ImageFact.class,
            "An image was deleted, and can be taken back until its deletableAt.");

    public static final EventType<ImageFact> RESTORED =
            new EventType<>("storage.image.restored.v1", ImageFact.class, "An image that was deleted was taken back.");

    public static final EventType<ImageFact> DELETED =
            new EventType<>("storage.image.deleted.v1", ImageFact.class, "An image is no more.");

    public static final EventType<ImageFact> TRANSFERRED = new EventType<>(
            "storage.image.transferred.v1",
            ImageFact.class,
            "An image went to another tenant: told as it was to the one that it leaves, and then as it is to the one whose it is now.");

    public static final List<EventType<ImageFact>> TYPES =
            List.of(CREATED, CHANGED, TRANSFERRED, DELETION_SCHEDULED, RESTORED, DELETED);

    private ImageEvents() {}
}
