package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of a storage pool. */
public final class StoragePoolEvents {

    public static final EventType<StoragePoolFact> CREATED =
            new EventType<>("storage.storage-pool.created.v1", StoragePoolFact.class, "A storage pool was created.");

    public static final EventType<StoragePoolFact> CHANGED = new EventType<>(
            "storage.storage-pool.changed.v1",
            StoragePoolFact.class,
            "A storage pool's description, capacity or status changed.");

    public static final EventType<StoragePoolFact> DELETED =
            new EventType<>("storage.storage-pool.deleted.v1", StoragePoolFact.class, "A storage pool is no more.");

    public static final List<EventType<StoragePoolFact>> TYPES = List.of(CREATED, CHANGED, DELETED);

    private StoragePoolEvents() {}
}
