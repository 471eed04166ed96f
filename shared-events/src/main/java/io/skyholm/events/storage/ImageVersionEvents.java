package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of an image's version. */
public final class ImageVersionEvents {

    public static final EventType<ImageVersionFact> CREATED =
            new EventType<>("storage.image-version.created.v1", ImageVersionFact.class, "A version was announced.");

    public static final EventType<ImageVersionFact> CHANGED = new EventType<>(
            "storage.image-version.changed.v1",
            ImageVersionFact.class,
            "A version's description changed, or whether it is the latest or the default.");

    public static final EventType<ImageVersionFact> RECEIVED = new EventType<>(
            "storage.image-version.received.v1",
            ImageVersionFact.class,
            "All bytes of a version are there and are being verified.");

    public static final EventType<ImageVersionFact> VERIFIED = new EventType<>(
            "storage.image-version.verified.v1",
            ImageVersionFact.class,
            "A version's bytes are what was said of them, and it can be used.");

    public static final EventType<ImageVersionFact> FAILED = new EventType<>(
            "storage.image-version.failed.v1",
            ImageVersionFact.class,
            "A version's bytes were not what was said of them, and are removed.");

    public static final EventType<ImageVersionFact> EXPIRING = new EventType<>(
            "storage.image-version.expiring.v1",
            ImageVersionFact.class,
            "A version expires soon, as its owner has chosen.");

    public static final EventType<ImageVersionFact> EXPIRY_BLOCKED = new EventType<>(
            "storage.image-version.expiry-blocked.v1",
            ImageVersionFact.class,
            "A version has expired and stays, for the reason that its expiryBlocker gives.");

    public static final EventType<ImageVersionFact> DELETION_SCHEDULED = new EventType<>(
            "storage.image-version.deletion-scheduled.v1",
            ImageVersionFact.class,
            "A version was deleted, and can be taken back until its deletableAt.");

    public static final EventType<ImageVersionFact> RESTORED = new EventType<>(
            "storage.image-version.restored.v1", ImageVersionFact.class, "A version that was deleted was taken back.");

    public static final EventType<ImageVersionFact> DELETED = new EventType<>(
            "storage.image-version.deleted.v1",
            ImageVersionFact.class,
            "A version is no more, and its bytes are removed.");

    public static final EventType<ImageVersionFact> TRANSFERRED = new EventType<>(
            "storage.image-version.transferred.v1",
            ImageVersionFact.class,
            "A version of an image went to another tenant: told as it was to the one that it leaves, and then as it is to the one whose it is now.");

    public static final List<EventType<ImageVersionFact>> TYPES = List.of(
            CREATED,
            CHANGED,
            RECEIVED,
            VERIFIED,
            FAILED,
            TRANSFERRED,
            EXPIRING,
            EXPIRY_BLOCKED,
            DELETION_SCHEDULED,
            RESTORED,
            DELETED);

    private ImageVersionEvents() {}
}
