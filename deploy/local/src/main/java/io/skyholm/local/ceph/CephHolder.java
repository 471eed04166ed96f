package io.skyholm.local.ceph;

/**
 * Somebody who has an image open to write to it, or locked.
 *
 * @param kind {@code watcher} or {@code lock}
 * @param client as Ceph calls it
 * @param isShutOut whether Ceph takes nothing from it any more, so that what it holds keeps nobody out
 */
public record CephHolder(String image, String kind, String client, String address, boolean isShutOut) {}
