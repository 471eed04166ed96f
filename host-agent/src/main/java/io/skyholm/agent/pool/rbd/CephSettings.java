package io.skyholm.agent.pool.rbd;

import java.util.List;

/**
 * Where a host's disks are in a Ceph cluster, and what lets it in.
 *
 * @param monitors where the cluster's monitors are
 * @param key the host's, which is kept in memory alone
 * @param user whom the key makes of the host, without {@code client.}
 * @param pool the pool, which is common to many hosts
 * @param namespace the part of it that is this host's
 */
public record CephSettings(List<String> monitors, String key, String user, String pool, String namespace) {

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "CephSettings[client.%s in %s/%s at %s]".formatted(user, pool, namespace, monitors);
    }
}
