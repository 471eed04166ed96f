package io.skyholm.compute.vm;

/** What a virtual machine is doing, as its host last reported. */
public enum VirtualMachineStatus {
    CREATING,
    STARTING,
    RUNNING,
    STOPPING,
    STOPPED,
    SUSPENDED,
    RESTARTING,
    ERROR,
    DELETED
}
