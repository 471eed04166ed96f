package io.skyholm.agent;

import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.pool.DiskPool;

/**
 * What a host has to hold things with.
 *
 * @param smallCopyGb how large a disk is at most whose image is copied soon, so that it goes beside those that take long
 */
public record Equipment(Hypervisor hypervisor, DiskPool disks, int smallCopyGb) {}
