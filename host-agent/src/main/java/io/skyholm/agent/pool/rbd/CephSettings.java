package io.skyholm.agent.pool.rbd;

import io.skyholm.agent.pool.DiskPlaces.InCeph;
import java.util.List;

/**
 * Where a host's disks are in a Ceph cluster, and what lets it in.
 *
 * @param monitors where the cluster's monitors are
 * @param key the host's, which is kept in memory alone
 * @param user whom the key makes of the host, without {@code client.}
 * @param pool the pool, which may be common to many hosts
 * @param namespace the part of it that is this host's; empty where all of it is
 */
public record CephSettings(List<String> monitors, String key, String user, String pool, String namespace) {

    /** Where an image is, for whoever opens it as this host does. */
    InCeph place(String image) {
        return new InCeph(monitors, pool, image, user, key);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "CephSettings[client.%s in %s/%s at %s]".formatted(user, pool, namespace, monitors);
    }
}
