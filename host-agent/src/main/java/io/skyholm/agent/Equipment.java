package io.skyholm.agent;

import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.pool.DiskPool;

/** What a host has to hold things with. */
public record Equipment(Hypervisor hypervisor, DiskPool disks) {}
