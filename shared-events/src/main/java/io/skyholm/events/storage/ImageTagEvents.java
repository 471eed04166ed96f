package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of an image's tag. */
public final class ImageTagEvents {

    public static final EventType<ImageTagFact> CREATED =
            new EventType<>("storage.image-tag.created.v1", ImageTagFact.class, "A version was given a tag.");

    public static final EventType<ImageTagFact> MOVED = new EventType<>(
            "storage.image-tag.moved.v1", ImageTagFact.class, "A tag names another version, or was made immutable.");

    public static final EventType<ImageTagFact> DELETED =
            new EventType<>("storage.image-tag.deleted.v1", ImageTagFact.class, "A tag names nothing any more.");

    public static final EventType<ImageTagFact> TRANSFERRED = new EventType<>(
            "storage.image-tag.transferred.v1",
            ImageTagFact.class,
            "A tag of an image went to another tenant: told as it was to the one that it leaves, and then as it is to the one whose it is now.");

    public static final List<EventType<ImageTagFact>> TYPES = List.of(CREATED, MOVED, TRANSFERRED, DELETED);

    private ImageTagEvents() {}
}
