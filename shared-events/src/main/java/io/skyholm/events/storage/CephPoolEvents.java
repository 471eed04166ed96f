package io.skyholm.events.storage;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of the life of a storage pool's place in Ceph. */
public final class CephPoolEvents {

    public static final EventType<CephPoolFact> CREATED = new EventType<>(
            "storage.ceph-pool.created.v1",
            CephPoolFact.class,
            "It was said where a storage pool is in Ceph, and its host is to connect.");

    public static final EventType<CephPoolFact> CHANGED = new EventType<>(
            "storage.ceph-pool.changed.v1",
            CephPoolFact.class,
            "A storage pool has another key, other monitors or another place in Ceph, and its host is to connect anew.");

    public static final EventType<CephPoolFact> CONNECTED = new EventType<>(
            "storage.ceph-pool.connected.v1", CephPoolFact.class, "The host of a storage pool has connected to Ceph.");

    public static final EventType<CephPoolFact> FAILED = new EventType<>(
            "storage.ceph-pool.failed.v1",
            CephPoolFact.class,
            "The host of a storage pool cannot connect to Ceph, for the reason that it gives.");

    public static final EventType<CephPoolFact> DELETING = new EventType<>(
            "storage.ceph-pool.deleting.v1",
            CephPoolFact.class,
            "A storage pool in Ceph was deleted, and its host is to forget the key, or takes longer than usual.");

    public static final EventType<CephPoolFact> DELETED = new EventType<>(
            "storage.ceph-pool.deleted.v1",
            CephPoolFact.class,
            "The host of a storage pool that was deleted knows its key no more.");

    public static final List<EventType<CephPoolFact>> TYPES =
            List.of(CREATED, CHANGED, CONNECTED, FAILED, DELETING, DELETED);

    private CephPoolEvents() {}
}
