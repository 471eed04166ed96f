package io.skyholm.agent;

import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.luks.DiskKeyring;

/**
 * What a host has to hold things with.
 *
 * @param smallCopyGb how large a disk is at most whose image is copied soon, so that it goes beside those that take long
 * @param keyring what opens its encrypted disks
 */
public record Equipment(Hypervisor hypervisor, DiskPool disks, int smallCopyGb, DiskKeyring keyring) {

    /** Of a hypervisor that opens no disks by itself. */
    public Equipment(Hypervisor hypervisor, DiskPool disks, int smallCopyGb) {
        this(hypervisor, disks, smallCopyGb, new DiskKeyring());
    }
}
