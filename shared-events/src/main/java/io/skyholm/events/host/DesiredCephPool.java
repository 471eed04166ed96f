package io.skyholm.events.host;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the disks of a host are in a Ceph cluster. The host keeps the key in memory alone, and finds it on its topic when it starts again.
 *
 * @param id that of the storage pool
 * @param monitors where the cluster's monitors are; none where it is to be absent
 * @param pool what the pool is called in Ceph
 * @param namespace the part of it that is this host's
 * @param user whom the key makes of the host, without {@code client.}
 * @param cephKey the host's key; null where it is sealed, or the pool is to be absent
 * @param sealedCephKey the same, encrypted for this host
 */
public record DesiredCephPool(
        UUID id,
        long generation,
        boolean present,
        List<String> monitors,
        String pool,
        String namespace,
        String user,
        @Nullable String cephKey,
        @Nullable String sealedCephKey)
        implements DesiredState {

    /** The kind of pools in Ceph. */
    public static final ThingKind KIND = new ThingKind("CEPH_POOL");

    @Override
    public ThingKey key() {
        return new ThingKey(KIND, id);
    }

    /** That a host is to know nothing of such a pool any more. */
    public static DesiredCephPool absent(UUID id, long generation) {
        return new DesiredCephPool(id, generation, false, List.of(), "", "", "", null, null);
    }

    /** The same, of which that host alone can read the key. */
    public DesiredCephPool sealedFor(UUID host, String hostKey) {
        return cephKey == null ? this : with(null, HostSeal.seal(hostKey, place(host), cephKey));
    }

    /** Where what is sealed in it belongs. */
    public HostSeal.Place place(UUID host) {
        return new HostSeal.Place(host, key(), generation);
    }

    /** The same with the key that was sealed in it. */
    public DesiredCephPool opened(String secret) {
        return with(secret, null);
    }

    private DesiredCephPool with(@Nullable String open, @Nullable String sealed) {
        return new DesiredCephPool(id, generation, present, monitors, pool, namespace, user, open, sealed);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "DesiredCephPool[%s, generation %d, %s/%s]".formatted(id, generation, pool, namespace);
    }
}
