package io.skyholm.agent.pool.rbd;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a host's disks are in a Ceph cluster.
 *
 * @param configuration says where the monitors are
 * @param keyring the key of the host, which is readable by its agent only
 * @param user whom the key makes of the host, without {@code client.}
 * @param pool the pool, which is common to many hosts
 * @param namespace the part of it that is this host's
 * @param patience how long an answer of the cluster may take
 */
public record CephSettings(
        Path configuration, Path keyring, String user, String pool, String namespace, Duration patience) {}
