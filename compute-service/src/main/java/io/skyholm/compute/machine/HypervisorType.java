package io.skyholm.compute.machine;

/** What runs virtual machines on it. */
public enum HypervisorType {
    KVM,
    VMWARE,
    HYPER_V
}
